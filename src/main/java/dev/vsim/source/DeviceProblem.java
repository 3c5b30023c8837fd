package dev.vsim.source;

/** V11 from V1150: mistakes about physical devices and what hosts run. */
public enum DeviceProblem implements Problem {
  /** A device whose name is that of another part of the VM. */
  DEVICE_NAME_TAKEN(
      "V1150",
      "`{0}` of `{1}` is something else already, so no device can be called so",
      "give the device a name of its own: `passthrough hba0`",
      """
      A device that a VM is given stands beside the VM's other parts: `linux.hba0`. So it cannot have the name
      of one of them (init, vcpu0, nic0, disk0), of something that is read of a VM (host, exits, state), or of
      another of its devices.

      Wrong:  vm linux < passthrough nic0 >
              vm linux < passthrough hba0; passthrough hba0 >
      Right:  vm linux < passthrough hba0 >
              vm linux < passthrough hba0; passthrough hba1 >
      """),
  /** A transfer of an odd number of bytes. */
  WRONG_TRANSFER(
      "V1151",
      "{0}",
      "{1}",
      """
      `dma` moves a number of 1, 2, 4 or 8 bytes, or a text of up to 4096 bytes.

      Wrong:  dma linux.hba0 write 0x5000 = 70000 < size 2 >
      Right:  dma linux.hba0 write 0x5000 = 70000 < size 4 >
              dma linux.hba0 write 0x5000 = "boot"
      """),
  /** A device for a VM in a VM. */
  NESTED_DEVICE(
      "V1152",
      "`{0}` is in the VM `{1}`, which has no device to pass on",
      "give the device to `{1}` itself",
      """
      A device is given by who has the host's IOMMU. A hypervisor that is a guest itself would need an IOMMU
      made by the one below; vsim has none.

      Wrong:  vm outer < mem 256M >
              vm inner in outer < mem 64M; passthrough hba0 >
      Right:  vm outer < mem 256M; passthrough hba0 >
              vm inner in outer < mem 64M >
      """),
  /** A host that takes less power the more it works. */
  POWER_FALLS(
      "V1153",
      "a peak of {0} is less than the {1} that it takes idle",
      "say first what it takes idle: `power idle 200W peak 400W`",
      """
      A host takes some power even when its processors have nothing to do, and most when all of them work.

      Wrong:  host < power idle 400W peak 200W >
      Right:  host < power idle 200W peak 400W >
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  DeviceProblem(String code, String template, String help, String explanation) {
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
