package dev.vsim.source;

/** Names and words that are not there, or there twice (V02). */
public enum NameProblem implements Problem {
  /** No such command or kind of declaration. */
  UNKNOWN_COMMAND(
      "V0201",
      "`{0}` is neither a command nor something to declare",
      "{1}",
      """
      A statement begins with a command (access, map, show, ...) or with the kind of thing that it
      declares (vm, process, host, ...).

      Wrong:  acces 0x1000
      Right:  access 0x1000
      """),
  /** A name that nothing bears. */
  UNKNOWN_NAME(
      "V0202",
      "nothing here is called `{0}`",
      "{1}",
      """
      A name stands for a variable (let x = 1), a function (def f() { }), a file in use, or an object of
      the machine that was declared. Names are case-sensitive, and what a block introduces ends with it.
      A process inside a VM is named with its VM: linux.init, web.chrome.

      Wrong:  let frames = 4
              print frame
      Right:  print frames
      """),
  /** A word that its place does not know. */
  UNKNOWN_WORD(
      "V0203",
      "`{0}` is not {1}",
      "{2}",
      """
      Some places take one of a few words, such as a policy (lru, fifo, ...) or a network card (e1000,
      vmxnet3). There a bare word is that word. To use a variable, put it in parentheses: policy (rule).

      Wrong:  vm linux < nic vmxnet4 bridge >
      Right:  vm linux < nic vmxnet3 bridge >
      """),
  /** A property or option that the kind or command does not have. */
  UNKNOWN_PROPERTY(
      "V0204",
      "{0} has no property `{1}`",
      "{2}",
      """
      What stands in angle brackets are the properties of what is declared, or the options of a command.
      Each has its own; the reference lists them.

      Wrong:  vm linux < cpus 2 >
      Right:  vm linux < vcpu 2 >
      """),
  /** A name that already stands for something else. */
  TAKEN(
      "V0205",
      "`{0}` is already there",
      "choose another name",
      """
      Variables, functions, files in use and objects share one set of names, and none hides another: what
      a name means can be seen without looking at the order of things.

      Wrong:  vm web
              let web = 1
      Right:  vm web
              let count = 1
      """),
  /** A variable that is read before it has a value. */
  READ_EARLY(
      "V0206",
      "`{0}` has no value yet here",
      "write this behind `let {0} = …`",
      """
      A variable exists from its `let` on.

      Wrong:  print x
              let x = 1
      Right:  let x = 1
              print x
      """),
  /** A name with a hyphen that splits into two names that are known. */
  MEANT_DIFFERENCE(
      "V0207",
      "nothing here is called `{0}`",
      "write `{1}` with blanks around the minus",
      """
      A hyphen inside a name belongs to it (host-only, page-fault), so a subtraction needs blanks on both
      sides of its minus.

      Wrong:  let last = n-1
      Right:  let last = n - 1
      """),
  /** An attribute that the object does not have. */
  UNKNOWN_ATTRIBUTE(
      "V0208",
      "{0} has no attribute `{1}`",
      "{2}",
      """
      Every object has documented attributes that expressions read: linux.init.faults, host.frames.free.
      The reference lists those of each kind.

      Wrong:  print linux.init.fault
      Right:  print linux.init.faults
      """),
  /** Something that cannot be assigned. */
  NOT_ASSIGNABLE(
      "V0209",
      "{0} cannot be assigned",
      "{1}",
      """
      What can be assigned is a variable made by `let`, and an element of a list or a map. Attributes of
      the machine are only read; a `param` is set by --set or by the caller.

      Wrong:  linux.init.faults = 0
      Right:  let before = linux.init.faults
      """),
  /** A method that such a value does not have. */
  UNKNOWN_METHOD(
      "V0210",
      "{0} has no method `{1}`",
      "{2}",
      """
      Lists, maps and texts each have methods of their own, which the reference lists: queue.push(1),
      counts.get("a", 0), name.upper().

      Wrong:  queue.append(1)
      Right:  queue.push(1)
      """),
  /** A page label that no process gave. */
  UNKNOWN_LABEL(
      "V0211",
      "no page is called `{0}`",
      "{1}",
      """
      `pages A..E` gives the process's next pages the labels A to E; from then on a label stands for its
      page. To use a variable as an address, it must have been made by `let`.

      Wrong:  access A
      Right:  pages A..E
              access A
      """),
  /** A declared name that can be read as a difference. */
  CONFUSABLE(
      "V0212",
      "`{0}` could also be read as `{1}`",
      "choose a name that is not made of two other names",
      """
      With variables a and b around, a-b would read as a name to the machine and as a difference to a
      person. So such a name is refused where it is introduced.

      Wrong:  let a = 3
              let b = 1
              let a-b = 2
      Right:  let rest = a - b
      """),
  /** A strategy that would be called like a built-in one. */
  BUILT_IN(
      "V0231",
      "`{0}` is a built-in {1}",
      "choose another name, such as `my-{0}`",
      """
      A strategy's name must not be that of a built-in one, so that `policy lru` means the same everywhere.

      Wrong:  policy lru { on victim() { … } }
      Right:  policy my-lru { on victim() { … } }
      """),
  /** Something that is called and is no function. */
  UNKNOWN_FUNCTION(
      "V0213",
      "`{0}` is not a function",
      "{1}",
      """
      A word glued to `(` is a call of a function made by `def`, or of a function of a file in use:
      workloads.loop(10).

      Wrong:  acess(0x1000)
      Right:  access 0x1000
      """),
  /** An owner that cannot own such a thing. */
  WRONG_OWNER(
      "V0214",
      "a {0} cannot be {1} a {2}",
      "{3}",
      """
      Each kind of object says where it can be: a VM in a host, a process in a VM or a host, a port group
      on a switch.
      """),
  /** A property that is given twice. */
  PROPERTY_TWICE(
      "V0216",
      "`{0}` is given twice",
      "keep one of the two",
      """
      A thing has one value of each property, apart from those of which it can have several (nic, disk,
      region). What the declaration says itself comes before what its template says.

      Wrong:  vm linux < vcpu 2; vcpu 4 >
      Right:  vm linux < vcpu 4 >
      """),
  /** An owner at the top of a file that only the run tells. */
  OWNER_COMPUTED(
      "V0217",
      "which object `{0}` is, only the run tells, so nobody knows who acts from here on",
      "name the owner, `in web` or `in node[3]`; or declare the {1} inside a block",
      """
      At the top of a file the process or VM declared last acts in what follows. So its owner must be written
      out there. In a loop or a function it can be any expression; who acts then is said by `on`.

      Wrong:  let where = web
              process app in where
      Right:  process app in web
      """),
  /** A declaration without a name. */
  NO_NAME(
      "V0215",
      "a {0} needs a name",
      "write `{0} NAME`",
      """
      What is declared gets a name, by which everything else refers to it.

      Wrong:  vm < mem 1G >
      Right:  vm linux < mem 1G >
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  NameProblem(String code, String template, String help, String explanation) {
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
