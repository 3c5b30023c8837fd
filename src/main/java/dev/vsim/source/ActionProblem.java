package dev.vsim.source;

/** What a statement asks of the machine and cannot mean (V04). */
public enum ActionProblem implements Problem {
  /** An object is read before it is declared. */
  NOT_THERE(
      "V0401",
      "there is no `{0}` at this point",
      "declare it above",
      """
      An object exists from its declaration on, not before.

      Wrong:  print web.frames.free
              vm web
      Right:  vm web
              print web.frames.free
      """),
  /** An object is declared a second time. */
  DECLARED_TWICE(
      "V0402",
      "`{0}` is already there",
      "choose another name",
      """
      An object is declared once; a declaration inside a loop or a function that runs twice would make it
      a second time.
      """),
  /** A value that nobody uses, as a statement. */
  NO_EFFECT(
      "V0416",
      "{0} does nothing",
      "{1}",
      """
      A statement does something: it declares, acts, asserts, assigns, prints or calls. What is only named
      or computed is lost.

      Wrong:  app.faults
      Right:  print app.faults
      """),
  /** The default host is declared after something has used it. */
  USED_BEFORE(
      "V0417",
      "`{0}` has been used above, so it can no longer be configured",
      "declare it before everything that needs it",
      """
      A host called `host` is there by default. The first declaration of a host configures it under its
      own name, but only while nothing has happened in it yet.

      Wrong:  access 0x1000
              host < mem 16K >
      Right:  host < mem 16K >
              access 0x1000
      """),
  /** An address that is not the start of a page. */
  NOT_ALIGNED(
      "V0403",
      "{0} is not the start of a page of {1}",
      "the page begins at {2}",
      """
      A mapping joins a whole page to a whole frame, so both addresses must be multiples of the page size.

      Wrong:  map 0x1234 -> 0x5000
      Right:  map 0x1000 -> 0x5000
      """),
  /** An object of one world in a command that acts in another. */
  OTHER_WORLD(
      "V0440",
      "`{0}` is an object of {1}, and this acts in the world of {2}",
      "what acts in the world of a simulation stands in `in r { … }`",
      """
      `simulate` runs a scenario in a world of its own. Its objects can be read from outside, as in `r.app.faults`, but a
      command acts in one world only: outside in the scenario's own, inside `in r { … }` in that of `r`.
      Wrong:  let r = simulate "lru.vsim"
              on r.app { access 0x1000 }
      Right:  let r = simulate "lru.vsim"
              in r { on app { access 0x1000 } }
      """),
  /** An object that a simulated world does not have. */
  NOT_IN_WORLD(
      "V0441",
      "the world of {1} has no `{0}`",
      "",
      """
      Behind the name of a world stand the objects that its scenario declares, those that come with them, and its
      `param`s; its variables and functions are its own.
      Wrong:  let r = simulate "lru.vsim"
              print r.total
      Right:  let r = simulate "lru.vsim"
              print r.app.faults
      """),
  /** What is to be measured is not one expression. */
  NO_MEASURE(
      "V0442",
      "`{0}` is not one expression",
      "write what an expression of the scenario would be, as in --measure app.hit-rate",
      """
      `vsim sweep` reads an expression in the world that each run leaves behind: objects that the scenario declares or that
      come with them, and what can be computed of their attributes. Several are measured by giving --measure several times.
      Wrong:  --measure "app.faults, app.hits"
      Right:  --measure app.faults --measure app.hits --measure "app.faults / app.accesses"
      """),
  /** A command for which nobody there can act. */
  NO_ACTOR(
      "V0404",
      "`{0}` needs {1} to act, and {2} is none",
      "name one: `on {3} { … }`",
      """
      Some commands act for a process, some for a VM. Who acts is the `on` around it, or the last process
      or VM declared above.
      """),
  /** Part of the language that this version does not run. */
  NOT_YET(
      "V0405",
      "`{0}` is not part of this version of vsim",
      "",
      """
      The language has this form, and it is read and formatted, but this version of vsim cannot run it.
      """),
  /** A label that this process does not have. */
  UNKNOWN_PAGE(
      "V0406",
      "{0} has no page called `{1}`",
      "`pages {1}` gives its next page that label",
      """
      Labels belong to the process that gave them.
      """),
  /** A frame that the machine does not have. */
  OUTSIDE_MEMORY(
      "V0407",
      "{0} lies outside the memory of {1}",
      "its last frame begins at {2}",
      """
      A mapping points to a frame that exists: below the memory's size.
      """),
  /** The scenario stopped itself by `fail`. */
  STOPPED(
      "V0408",
      "{0}",
      "",
      """
      `fail "why"` ends the scenario and makes its run a failure.
      """),
  /** A word that shows or hides nothing. */
  NO_SUCH_EVENT_WORD(
      "V0409",
      "no event, group or area is called `{0}`",
      "{1}",
      """
      trace < show X; hide Y > takes an event (tlb-hit), a group of events (steps) or an area (memory).
      """),
  /** A value that the machine cannot take. */
  UNUSABLE_VALUE(
      "V0410",
      "{0}",
      "{1}",
      """
      The value is of the right sort, but the machine as it was declared cannot have it.
      """),
  /** `break` or `continue` outside a loop. */
  LOOP_ONLY(
      "V0411",
      "`{0}` works inside a loop only",
      "",
      """
      break leaves a loop, continue goes on with its next round.
      """),
  /** `return` outside a function. */
  FUNCTION_ONLY(
      "V0412",
      "`return` works inside a function only",
      "",
      """
      return ends the function around it and gives its value back.
      """),
  /** A used file that acts. */
  DECLARES_ONLY(
      "V0413",
      "a file in use declares, it does not act",
      "put this into a `def`",
      """
      A file that is brought in by `use` may hold let, def, param, use and declarations; what acts belongs
      into its functions, which the scenario calls.
      """),
  /** What must stand at the top of the file. */
  TOP_ONLY(
      "V0414",
      "`{0}` stands at the top of the file",
      "move it out of the block",
      """
      Parameters and files in use are part of the scenario as a whole.
      """),
  /** An option of one policy given to another. */
  OPTION_OF_ANOTHER(
      "V0431",
      "`{0}` is an option of {1}, not of {2}",
      "{3}",
      """
      Each replacement policy has options of its own; another one would not look at them.

      Wrong:  host < policy lru < interval 1000 > >
      Right:  host < policy nru < interval 1000 > >
      """),
  /** `opt` and a second run that makes other references than the first. */
  OTHER_REFERENCES(
      "V0432",
      "`opt`: reference {0} of this run is to {1}, in the first run it was to {2}",
      "let the references depend on nothing that the policy decides",
      """
      A world that uses opt runs twice: first with lru in its place, while its references are noted, then
      with opt, which knows them. That has a meaning only if the second run makes the same references. A
      scenario whose references depend on faults, on frames or on the time makes others. So does one in
      which the swap is so full that the second run ends a process, which the first never does.

      Wrong:  while app.faults < 100 { access page n }
      Right:  for n in 0..99 { access page (n) }
      """),
  /** `opt` that was not seen before the run. */
  OPT_UNSEEN(
      "V0433",
      "`opt` must be written out for its world to run twice",
      "write `opt` where the policy is named",
      """
      A world that uses opt runs twice. Whether it does is seen from the word opt in the scenario, in a file
      that it uses, or in --set; a text that is only put together in the run is seen too late.
      """),
  /** {@code at} an instant that is over. */
  INSTANT_PASSED(
      "V0434",
      "the instant {0} has passed: it is {1} already",
      "`at` takes an instant since the start; `at (now + 5ms)` is 5 ms from here",
      """
      `at T { … }` acts at an instant of virtual time, counted from the start of the scenario. Commands take
      time: what is to happen while one runs is written before it, or the command is started.

      Wrong:  run 10ms
              at 5ms { crash web }
      Right:  at 5ms { crash web }
              run 10ms
      """),
  /** {@code start} before something that takes no time of its own. */
  NOT_STARTED(
      "V0435",
      "`start` stands before a command",
      "remove `start`",
      """
      A command that takes time, such as ping or migrate, is over before the next statement begins; with
      `start` before it, it goes on beside what follows. Declarations and control statements are no commands.

      Wrong:  start vm web
      Right:  start ping web -> db
      """),
  /** A snapshot that is not there. */
  UNKNOWN_SNAPSHOT(
      "V0470",
      "{0} has no snapshot called `{1}`",
      "{2}",
      """
      A snapshot is there from `snapshot take` on, until it is deleted or dropped with `drop-later`.

      Wrong:  snapshot revert linux "claen"
      Right:  snapshot revert linux "clean"
      """),
  /** A second snapshot of the same name. */
  SNAPSHOT_TAKEN(
      "V0471",
      "{0} already has a snapshot called `{1}`",
      "give this one another name",
      """
      A VM's snapshots are told apart by their names.

      Wrong:  snapshot take linux "clean"
              snapshot take linux "clean"
      Right:  snapshot take linux "clean"
              snapshot take linux "with updates"
      """),
  /** A place that a disk does not have. */
  BEYOND_DISK(
      "V0472",
      "{0} beyond the end of {1}",
      "it has {2}",
      """
      An offset counts from the disk's start, and offset and length together are at most its size.

      Wrong:  disk-write linux.disk0 1G 64K = "x"         # the disk has 1G
      Right:  disk-write linux.disk0 1G - 64K 64K = "x"
      """),
  /** A host that reaches no place for a disk. */
  NO_DATASTORE(
      "V0473",
      "{0} reaches no datastore for this disk",
      "{1}",
      """
      A datastore that is declared in a host can be reached by that host only; one without `in` by all.

      Wrong:  datastore ds1 in esxi1
              vm web in esxi2 < disk 1G thin >
      Right:  datastore ds1
              vm web in esxi2 < disk 1G thin >
      """),
  /** A policy of the scenario's own that chooses what cannot be chosen. */
  NO_VICTIM(
      "V0451",
      "the victim is a frame of this set, and {0}",
      "{1}",
      """
      `on victim()` gives back the frame whose page goes. It must be one that the policy was told of by
      `on load(f)` and that has not gone since: not none, not a free frame, not another set's.

      Wrong:  on victim() { return queue[0] }
      Right:  on victim() { return queue.shift() }
      """),
  /** A handler that ends without the decision that is asked of it. */
  NO_DECISION(
      "V0452",
      "`on {0}` gives back {1}, and ends here without",
      "write `return …` on every way through it",
      """
      A handler that is asked for a decision must come to a `return` with it, whichever way it goes.

      Wrong:  on victim() { if queue.len() > 0 { return queue.shift() } }
      Right:  on victim() { return queue.shift() }
      """),
  /** Something in a strategy that acts. */
  ONLY_DECIDES(
      "V0453",
      "a {0} decides and does not act, so `{1}` cannot be in it",
      "",
      """
      A policy runs in the middle of a page fault, a scheduler between two slices: there it can compute,
      note, print and decide, but neither give commands nor declare, nor wait for events. Its functions
      cannot either, nor those that it calls.

      Wrong:  policy mine { on victim() { access 0x1000 } }
      Right:  policy mine { on victim() { return queue.shift() } }
      """),
  /** A handler of what does not happen. */
  NO_SUCH_HANDLER(
      "V0454",
      "`{0}` is nothing that happens to a {1}",
      "{2}",
      """
      A strategy has handlers for the events of its sort; the reference lists them.

      Wrong:  policy mine { on evict(f) { } }
      Right:  policy mine { on free(f) { } }
      """),
  /** A handler that is needed and not there. */
  MISSING_HANDLER(
      "V0455",
      "the {0} `{1}` needs `{2}`",
      "{3}",
      """
      Without that handler the strategy decides nothing.

      Wrong:  policy mine { on load(f) { } }
      Right:  policy mine { on victim() { return queue.shift() } }
      """),
  /** A handler that is there twice. */
  HANDLED_TWICE(
      "V0456",
      "`on {0}` is already there",
      "put both into one",
      """
      A strategy has one handler for each event.
      """),
  /** Something that a strategy does not see. */
  UNSEEN(
      "V0457",
      "a {0} does not see {1}",
      "{2}",
      """
      A strategy sees what it is given, its own variables, parameters of the scenario and functions:
      neither objects nor the variables of the scenario, which could tell it what is still to come.

      Wrong:  let limit = 4
              policy mine { on victim() { if app.faults > limit { … } } }
      Right:  param limit = 4
              policy mine { let faults = 0   on load(f) { faults += 1 } … }
      """),
  /** A --set that does not fit. */
  WRONG_PARAM(
      "V0415",
      "the param `{0}`: {1}",
      "{2}",
      """
      --set NAME=VALUE turns a `param` of the scenario, and so does a simulation's `< NAME VALUE >`. Only a `param` that
      the scenario has can be turned, and the value must be one like the usual one.
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  ActionProblem(String code, String template, String help, String explanation) {
    this.code = code;
    this.template = template;
    this.help = help;
    this.explanation = explanation;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }

  @Override
  public String help() {
    return help;
  }

  @Override
  public String explanation() {
    return explanation;
  }
}
