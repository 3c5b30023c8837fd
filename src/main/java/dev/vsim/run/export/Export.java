package dev.vsim.run.export;

import dev.vsim.image.FlatWriter;
import dev.vsim.image.GrainSource;
import dev.vsim.image.Identity;
import dev.vsim.image.ImageWriter;
import dev.vsim.image.Nvram;
import dev.vsim.image.SparseWriter;
import dev.vsim.image.SplitWriter;
import dev.vsim.image.StreamWriter;
import dev.vsim.machine.Machine;
import dev.vsim.machine.net.VirtualNic;
import dev.vsim.machine.storage.DiskFile;
import dev.vsim.machine.storage.DiskForm;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Vm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes the VMs of a machine as the files that they consist of: {@code .vmx}, {@code .nvram},
 * {@code .log}, and a VMDK for every file of their disks.
 */
public final class Export {
  private static final Map<DiskForm, ImageWriter> WRITERS =
      Map.of(
          DiskForm.MONOLITHIC_SPARSE, new SparseWriter(),
          DiskForm.STREAM_OPTIMIZED, new StreamWriter(),
          DiskForm.MONOLITHIC_FLAT, new FlatWriter(),
          DiskForm.TWO_GB_MAX_EXTENT_SPARSE, new SplitWriter());

  private final Path folder;
  private final GuestLog log;

  public Export(Path folder, GuestLog log) {
    this.folder = folder;
    this.log = log;
  }

  /** Writes all of them; what was there under the same names is replaced. */
  public void write(Machine machine) throws IOException {
    Files.createDirectories(folder);
    for (Vm vm : machine.vms()) {
      if (vm.state() != PowerState.REMOVED) {
        write(vm, machine.network().cards(vm));
      }
    }
  }

  private void write(Vm vm, List<VirtualNic> nics) throws IOException {
    String name = vm.path();
    Files.write(folder.resolve(name + ".vmx"), new Configuration(vm, nics).bytes());
    Files.write(folder.resolve(name + ".nvram"), Nvram.stub());
    Files.write(folder.resolve(name + ".log"), log.of(name).getBytes(StandardCharsets.UTF_8));
    for (VirtualDisk disk : vm.disks().all()) {
      for (DiskFile file : disk.files().all()) {
        write(file);
      }
    }
  }

  private void write(DiskFile file) throws IOException {
    DiskForm form =
        file.parent().isPresent() ? DiskForm.MONOLITHIC_SPARSE : file.disk().settings().exported();
    Identity identity =
        new Identity(
            file.cid(), file.parent().map(p -> new Identity.Parent(p.name(), file.parentCid())));
    WRITERS.get(form).write(folder.resolve(file.name()), new Written(file), identity);
  }

  /** The grains that were written into a file. */
  private record Written(DiskFile file) implements GrainSource {
    @Override
    public long capacity() {
      return file.disk().size();
    }

    @Override
    public long next(long from) {
      return file.nextWritten(from);
    }

    @Override
    public byte[] read(long grain) {
      return file.written(grain);
    }
  }
}
