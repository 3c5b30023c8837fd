package dev.vsim.machine.memory;

import dev.vsim.machine.memory.SharedFrames.GuestPage;
import dev.vsim.machine.world.Decisions;
import dev.vsim.machine.world.Reclamation;
import dev.vsim.machine.world.Reclamation.Grown;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a host serves VMs whose memory is more than its own: when no frame is free, equal pages are
 * merged, then balloons grow in guests, and then the host's policy takes frames for swap, until a
 * hundredth of the frames is free (rules.md R23).
 */
public final class Overcommit {
  private static final int HUNDREDTHS = 100;

  private final Kernel host;
  private final Sharing sharing;
  private final SharedFrames shared;
  private final Decisions decisions;

  /** Those who have frames of the host, by their number, which is in order of declaration. */
  private final Map<Integer, Tenant> tenants = new TreeMap<>();

  Overcommit(Kernel host, Sharing sharing, World world) {
    this.host = host;
    this.sharing = sharing;
    this.shared = new SharedFrames(host, world);
    this.decisions = world.decisions();
  }

  /** A VM's memory lies in the host's frames from now on. */
  public void enter(int number, Tenant tenant) {
    tenants.put(number, tenant);
  }

  /** A VM has no frames of the host any more. */
  public void leave(Tenant tenant) {
    tenants.values().remove(tenant);
  }

  /** Those who have frames of the host, in order of declaration. */
  public Collection<Tenant> tenants() {
    return Collections.unmodifiableCollection(tenants.values());
  }

  /** The frames that serve several pages. */
  public SharedFrames shared() {
    return shared;
  }

  Optional<Tenant> tenant(int number) {
    return Optional.ofNullable(tenants.get(number));
  }

  int number(Tenant tenant) {
    return tenants.entrySet().stream()
        .filter(e -> e.getValue() == tenant)
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** Whether others' reservations leave room for one's. */
  public boolean hasRoomFor(Tenant one) {
    long others = tenants.values().stream().filter(t -> t != one).mapToLong(Tenant::reserved).sum();
    return others + one.claim().reservation() <= host.settings().memory();
  }

  /** Whether what is in a frame in use is a VM's. */
  boolean holds(int frame) {
    return !tenants.isEmpty()
        && (shared.isShared(frame) || tenants.containsKey(host.frames().owner(frame)));
  }

  boolean hasTenants() {
    return !tenants.isEmpty();
  }

  /** No frame is free and one is wanted. */
  void reclaim() {
    int wanted = Math.max(1, host.frames().total() / HUNDREDTHS);
    int before = free();
    if (sharing.on()) {
      shared.merge(tenants.values(), sharing, wanted);
    }
    int merged = free() - before;
    List<Grown> balloons = new ArrayList<>();
    for (Tenant tenant : mostBackedFirst()) {
      inflate(tenant, wanted).ifPresent(balloons::add);
    }
    int ballooned = free();
    boolean more = true;
    while (free() < wanted && more) {
      more = host.supply().evictAny();
    }
    if (decisions.areWanted()) {
      int total = host.frames().total();
      int taken = free() - ballooned;
      decisions.take(new Reclamation(host.subject(), wanted, total, merged, balloons, taken));
    }
  }

  private int free() {
    return host.frames().free();
  }

  private Optional<Grown> inflate(Tenant tenant, int wanted) {
    int backed = tenant.backed();
    int size = tenant.balloon().size();
    int before = free();
    boolean more = true;
    while (free() < wanted && canLose(tenant) && more) {
      more = tenant.balloon().grow();
    }
    int pages = tenant.balloon().size() - size;
    if (pages == 0) {
      return Optional.empty();
    }
    tenant.balloon().tell();
    int shares = tenant.claim().shares();
    Subject vm = tenant.subject();
    return Optional.of(new Grown(vm, backed, reserved(tenant), shares, pages, free() - before));
  }

  private List<Tenant> mostBackedFirst() {
    List<Tenant> order = new ArrayList<>(tenants.values());
    order.sort(Comparator.comparingDouble(this::weight).reversed());
    return order;
  }

  /** Backed pages over the reservation, by share. */
  private double weight(Tenant tenant) {
    return (double) (tenant.backed() - reserved(tenant)) / tenant.claim().shares();
  }

  private long reserved(Tenant tenant) {
    return tenant.reserved() / host.settings().paging().pageSize();
  }

  /** Whether a page may be taken from a VM: it is not pinned, and has more than it has reserved. */
  boolean canLose(Tenant tenant) {
    return !tenant.isPinned() && tenant.backed() > reserved(tenant);
  }

  /** Whether the page in a frame in use may be taken from whom it serves. */
  boolean mayGo(int frame) {
    return !holds(frame) || pagesIn(frame).stream().allMatch(page -> canLose(page.tenant()));
  }

  /** The pages of VMs in a frame in use. */
  List<GuestPage> pagesIn(int frame) {
    if (shared.isShared(frame)) {
      return shared.of(frame);
    }
    Tenant owner = tenants.get(host.frames().owner(frame));
    return List.of(new GuestPage(owner, (int) host.frames().page(frame)));
  }
}
