package dev.vsim.commands;

import dev.vsim.commands.control.Fail;
import dev.vsim.commands.control.Run;
import dev.vsim.commands.control.Seed;
import dev.vsim.commands.control.Wait;
import dev.vsim.commands.device.DmaInterrupt;
import dev.vsim.commands.device.DmaRead;
import dev.vsim.commands.device.DmaWrite;
import dev.vsim.commands.looking.ShowAddress;
import dev.vsim.commands.looking.ShowChain;
import dev.vsim.commands.looking.ShowConsolidation;
import dev.vsim.commands.looking.ShowDatastore;
import dev.vsim.commands.looking.ShowDisks;
import dev.vsim.commands.looking.ShowEpt;
import dev.vsim.commands.looking.ShowExits;
import dev.vsim.commands.looking.ShowFiles;
import dev.vsim.commands.looking.ShowFrames;
import dev.vsim.commands.looking.ShowIommu;
import dev.vsim.commands.looking.ShowMemory;
import dev.vsim.commands.looking.ShowMigration;
import dev.vsim.commands.looking.ShowOverhead;
import dev.vsim.commands.looking.ShowPageTable;
import dev.vsim.commands.looking.ShowShadow;
import dev.vsim.commands.looking.ShowSnapshots;
import dev.vsim.commands.looking.ShowSwap;
import dev.vsim.commands.looking.ShowTimeline;
import dev.vsim.commands.looking.ShowTlb;
import dev.vsim.commands.looking.ShowWalk;
import dev.vsim.commands.looking.Trace;
import dev.vsim.commands.looking.Why;
import dev.vsim.commands.memory.Access;
import dev.vsim.commands.memory.Balloon;
import dev.vsim.commands.memory.Execute;
import dev.vsim.commands.memory.Fork;
import dev.vsim.commands.memory.Kill;
import dev.vsim.commands.memory.Map;
import dev.vsim.commands.memory.MapGuest;
import dev.vsim.commands.memory.Memory;
import dev.vsim.commands.memory.Pages;
import dev.vsim.commands.memory.Protect;
import dev.vsim.commands.memory.Read;
import dev.vsim.commands.memory.Replay;
import dev.vsim.commands.memory.Unmap;
import dev.vsim.commands.memory.Write;
import dev.vsim.commands.network.Forward;
import dev.vsim.commands.network.Link;
import dev.vsim.commands.network.Ping;
import dev.vsim.commands.network.Send;
import dev.vsim.commands.network.SendFrame;
import dev.vsim.commands.network.SetMac;
import dev.vsim.commands.network.ShowArp;
import dev.vsim.commands.network.ShowMacTable;
import dev.vsim.commands.network.ShowNat;
import dev.vsim.commands.network.ShowRoute;
import dev.vsim.commands.network.ShowTopology;
import dev.vsim.commands.network.Transfer;
import dev.vsim.commands.operate.Crash;
import dev.vsim.commands.operate.Migrate;
import dev.vsim.commands.operate.Power;
import dev.vsim.commands.operate.Resume;
import dev.vsim.commands.operate.Suspend;
import dev.vsim.commands.processor.Exec;
import dev.vsim.commands.processor.Interrupt;
import dev.vsim.commands.processor.Load;
import dev.vsim.commands.processor.Task;
import dev.vsim.commands.storage.Clone;
import dev.vsim.commands.storage.DiskRead;
import dev.vsim.commands.storage.DiskWrite;
import dev.vsim.commands.storage.Remove;
import dev.vsim.commands.storage.SnapshotConsolidate;
import dev.vsim.commands.storage.SnapshotDelete;
import dev.vsim.commands.storage.SnapshotRevert;
import dev.vsim.commands.storage.SnapshotTake;
import dev.vsim.vocabulary.Command;
import java.util.List;

/** All commands; a new one is a class and a line here. */
public final class Commands {
  private Commands() {}

  public static List<Command> all() {
    return List.of(
        Access.byAddress(),
        Access.byPage(),
        Read.byAddress(),
        Read.byPage(),
        Write.byAddress(),
        Write.byPage(),
        Execute.byAddress(),
        Execute.byPage(),
        new Pages(),
        new Map(),
        new MapGuest(),
        new Unmap(),
        new Protect(),
        new Memory(),
        new Fork(),
        new Kill(),
        new Balloon(),
        new Replay(),
        new DiskWrite(),
        new DiskRead(),
        new SnapshotTake(),
        new SnapshotRevert(),
        new SnapshotDelete(),
        new SnapshotConsolidate(),
        new Clone(),
        new Remove(),
        new DmaWrite(),
        new DmaRead(),
        new DmaInterrupt(),
        new Power(),
        new Crash(),
        new Suspend(),
        new Resume(),
        new Migrate(),
        new Load(),
        new Task(),
        new Ping(),
        new Send(),
        new SendFrame(),
        new Transfer(),
        new Forward(),
        new Link(),
        new SetMac(),
        new Exec(),
        new Interrupt(),
        new ShowPageTable(),
        new ShowAddress(),
        new ShowWalk(),
        new ShowFrames(),
        new ShowTlb(),
        new ShowEpt(),
        new ShowShadow(),
        new ShowDisks(),
        new ShowChain(),
        new ShowSnapshots(),
        new ShowFiles(),
        new ShowDatastore(),
        new ShowIommu(),
        new ShowConsolidation(),
        new ShowSwap(),
        new ShowTimeline(),
        new ShowMacTable(),
        new ShowNat(),
        new ShowArp(),
        new ShowRoute(),
        new ShowTopology(),
        new ShowExits(),
        new ShowMigration(),
        new ShowOverhead(),
        new ShowMemory(),
        new Trace(),
        new Why(),
        new Run(),
        new Wait(),
        new Seed(),
        new Fail());
  }
}
