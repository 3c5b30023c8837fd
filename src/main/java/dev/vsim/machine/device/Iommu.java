package dev.vsim.machine.device;

import dev.vsim.event.DeviceEvent;
import dev.vsim.event.DeviceEvent.Stray;
import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.Op;
import dev.vsim.machine.device.Device.Piece;
import dev.vsim.machine.device.Device.Transfer;
import dev.vsim.machine.memory.Kernel;
import dev.vsim.machine.memory.Ram;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;
import dev.vsim.value.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What stands between a host's devices and its memory, as Intel's VT-d does: each device that a VM
 * has reaches what its domain maps, and nothing else; where the unit is off, the address that the
 * device is given is the host's (rules.md R33). There is no translation cache, so that each request
 * reads all levels of its table.
 */
public final class Iommu {
  private static final EventKind DMA = EventKind.of(DeviceEvent.Dma.class);
  private static final EventKind FAULT = EventKind.of(DeviceEvent.IommuFault.class);
  private static final PagingForm FORM = PagingForm.EPT;

  private final IommuSettings settings;
  private final Kernel host;
  private final Ram ram;
  private final World world;
  private final Clock clock;
  private final Journal journal;
  private final Map<String, Device> assigned = new LinkedHashMap<>();

  public Iommu(IommuSettings settings, Kernel host, Ram ram, World world) {
    this.settings = settings;
    this.host = host;
    this.ram = ram;
    this.world = world;
    this.clock = world.clock();
    this.journal = world.journal();
  }

  public IommuSettings settings() {
    return settings;
  }

  /** The devices that VMs which run have, in the order in which they got them. */
  public Collection<Device> assigned() {
    return Collections.unmodifiableCollection(assigned.values());
  }

  /** Whether no running VM has the device of that name. */
  public boolean isFree(String name) {
    return !assigned.containsKey(name);
  }

  /** A device, which is free, is a running VM's from now on. */
  public void assign(Device device) {
    assigned.put(device.name(), device);
    if (settings.on()) {
      device.enter(new Domain(host.region(), world.budget()));
    }
  }

  /** Lets an assigned device reach a page of its VM. */
  public void map(Device device, int page, int frame) {
    device.domain().ifPresent(d -> d.map(page, frame, device.settings().rights()));
  }

  /** The device's VM is off. */
  public void release(Device device) {
    assigned.remove(device.name(), device);
    device.leave();
  }

  /** How many bytes lie in the page of an address from it on. */
  int restOfPage(long address) {
    return FORM.pageSize() - FORM.offset(address);
  }

  /** Moves what lies in one page; tells what became of it. */
  Transfer move(
      Device device, Op op, long address, Piece piece, Optional<Function<byte[], Value>> shown) {
    long page = address >>> FORM.offsetBits();
    Optional<Domain> domain = device.domain();
    if (domain.isPresent()) {
      clock.advance(domain.get().levels() * host.costs().of(Cost.WALK_STEP));
      Optional<Stray> stray = stray(domain.get(), page, op);
      if (stray.isPresent()) {
        stop(device, address, op, stray.get());
        return Transfer.STOPPED;
      }
    } else if (page >= host.frames().total()) {
      return Transfer.UNANSWERED;
    }
    int frame = domain.map(d -> d.frame(page)).orElse((int) page);
    move(op, frame, FORM.offset(address), piece);
    if (journal.wants(DMA)) {
      long hpa = ((long) frame << FORM.offsetBits()) + FORM.offset(address);
      Value value = shown.map(s -> s.apply(piece.bytes)).orElse(null);
      journal.accept(new DeviceEvent.Dma(device, address, hpa, op, value));
    }
    return Transfer.DONE;
  }

  private static Optional<Stray> stray(Domain domain, long page, Op op) {
    if (!domain.has(page)) {
      return Optional.of(Stray.ADDRESS);
    }
    return domain.allows(page, op) ? Optional.empty() : Optional.of(Stray.PERMISSION);
  }

  private void move(Op op, int frame, int offset, Piece piece) {
    clock.advance(host.costs().of(Cost.DRAM));
    if (op == Op.WRITE) {
      ram.write(frame, offset, piece.bytes, piece.from, piece.count);
      host.writtenByDevice(frame);
    } else {
      ram.read(frame, offset, piece.bytes, piece.from, piece.count);
    }
  }

  private void stop(Device device, long address, Op op, Stray reason) {
    device.count(reason);
    if (journal.wants(FAULT)) {
      journal.accept(new DeviceEvent.IommuFault(device, address, reason, op, Event.ABSENT));
    }
  }

  /** An interrupt is not in the device's remapping table. */
  void stop(Device device, int vector) {
    device.count(Stray.INTERRUPT);
    if (journal.wants(FAULT)) {
      journal.accept(
          new DeviceEvent.IommuFault(device, Event.ABSENT, Stray.INTERRUPT, null, vector));
    }
  }
}
