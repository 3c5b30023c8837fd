package dev.vsim.source;

/** V11: what is done to virtual machines as wholes. */
public enum OperationProblem implements Problem {
  /** An option of pre-copy given to another method. */
  OPTION_OF_ANOTHER_METHOD(
      "V1130",
      "`{0}` is an option of precopy, and this is {1}",
      "leave it out, or write `method precopy`",
      """
      Only pre-copy sends pages in rounds while the guest writes. Post-copy sends each page once, after the
      VM has gone; a cold migration sends none.

      Wrong:  migrate linux -> esxi2 < method postcopy; dirty-rate 2000 >
      Right:  migrate linux -> esxi2 < method precopy; dirty-rate 2000 >
      """),
  /** A working set without a rate at which it is written to. */
  WORKING_SET_OF_NOTHING(
      "V1131",
      "`working-set` says how many pages `dirty-rate` writes to, and there is no `dirty-rate`",
      "say how many pages a second are written to: `dirty-rate 2000`",
      """
      Without `dirty-rate` the pages count that the guest really writes to: its working set is what its
      processes use.

      Wrong:  migrate linux -> esxi2 < working-set 800 >
      Right:  migrate linux -> esxi2 < dirty-rate 2000; working-set 800 >
      """),
  /** A drawing of a migration that there was not. */
  NOT_MOVED(
      "V1132",
      "{0} been moved yet",
      "`migrate linux -> esxi2` moves one",
      """
      `show migration` draws what came of a VM's last migration. One that was refused has sent nothing.

      Wrong:  show migration linux
              migrate linux -> esxi2
      Right:  migrate linux -> esxi2
              show migration linux
      """),
  /** What a host's crash may bring about, of a VM. */
  HA_OF_A_VM(
      "V1133",
      "`ha` says what becomes of the VMs of a host that crashes, and `{0}` is a VM",
      "leave it out, or name the host",
      """
      High availability starts VMs elsewhere when their host is lost. A VM that has crashed itself still has
      its host, and is switched off and on.

      Wrong:  crash linux < ha on >
      Right:  crash esxi1 < ha on >
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  OperationProblem(String code, String template, String help, String explanation) {
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
