package dev.vsim.machine.virt;

import dev.vsim.event.Event;
import dev.vsim.event.ExitReason;
import dev.vsim.machine.cpu.ControlRegister;

/** Whose hardware help for virtualization a host has. */
public enum Vendor {
  /** VT-x. */
  INTEL {
    @Override
    ExitReason reason(ExitReason reason, ControlRegister register) {
      return reason;
    }

    @Override
    public int number(ExitReason reason, int vector) {
      return reason.number();
    }

    @Override
    long port(int port, int size, boolean in) {
      return (long) port << PORT_SHIFT | (in ? INTEL_IN : 0) | size - 1;
    }

    @Override
    long load(ControlRegister register) {
      return register.number();
    }

    @Override
    long msr(boolean reads) {
      return Event.ABSENT;
    }
  },

  /** SVM, with names and exit codes of its own (APM 2, appendix C). */
  AMD {
    @Override
    ExitReason reason(ExitReason reason, ControlRegister register) {
      return switch (reason) {
        case EXCEPTION_OR_NMI -> ExitReason.EXCP;
        case EXTERNAL_INTERRUPT -> ExitReason.INTR;
        case TRIPLE_FAULT -> ExitReason.SHUTDOWN;
        case INTERRUPT_WINDOW -> ExitReason.VINTR;
        case VMCALL -> ExitReason.VMMCALL;
        case VMRESUME -> ExitReason.VMRUN;
        case IO_INSTRUCTION -> ExitReason.IOIO;
        case RDMSR, WRMSR -> ExitReason.MSR;
        case EPT_VIOLATION, EPT_MISCONFIGURATION -> ExitReason.NPF;
        case CONTROL_REGISTER_ACCESS ->
            switch (register) {
              case CR0 -> ExitReason.CR0_WRITE;
              case CR3 -> ExitReason.CR3_WRITE;
              case CR4 -> ExitReason.CR4_WRITE;
            };
        default -> reason;
      };
    }

    @Override
    public int number(ExitReason reason, int vector) {
      return reason == ExitReason.EXCP ? reason.code() + vector : reason.code();
    }

    @Override
    long port(int port, int size, boolean in) {
      return (long) port << PORT_SHIFT | (long) size << AMD_SIZE_SHIFT | (in ? 1 : 0);
    }

    @Override
    long load(ControlRegister register) {
      return Event.ABSENT;
    }

    @Override
    long msr(boolean reads) {
      return reads ? 0 : 1;
    }
  };

  private static final int PORT_SHIFT = 16;
  private static final int INTEL_IN = 1 << 3;
  private static final int AMD_SIZE_SHIFT = 4;

  /**
   * What this vendor calls an exit.
   *
   * @param reason as Intel calls it
   * @param register of a {@link ExitReason#CONTROL_REGISTER_ACCESS}
   */
  abstract ExitReason reason(ExitReason reason, ControlRegister register);

  /**
   * The number of an exit.
   *
   * @param reason as this vendor calls it
   * @param vector of an exception
   */
  public abstract int number(ExitReason reason, int vector);

  /**
   * What an exit by an I/O instruction says of it: Intel's exit qualification (SDM 3C, table 28-5),
   * AMD's EXITINFO1 (APM 2, 15.10.2).
   */
  abstract long port(int port, int size, boolean in);

  /**
   * The same of a load of a control register, whose source is register 0: Intel has the number in
   * bits 0 to 3 and the type of access, 0, in bits 4 and 5 (table 28-3); AMD's name says it.
   */
  abstract long load(ControlRegister register);

  /** The same of an access to a model-specific register: AMD has one name for both. */
  abstract long msr(boolean reads);
}
