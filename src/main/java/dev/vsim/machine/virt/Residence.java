package dev.vsim.machine.virt;

import dev.vsim.machine.cpu.Dispatcher;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.PhysicalMemory;

/**
 * What a host, or a VM whose hypervisor runs it, gives a VM that is on it.
 *
 * @param kernel in whose frames its memory lies
 * @param ram the bytes in them
 * @param cores what gives it processor time
 */
public record Residence(Kernel kernel, PhysicalMemory ram, Dispatcher cores) {}
