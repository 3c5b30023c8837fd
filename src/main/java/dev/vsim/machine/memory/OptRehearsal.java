package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Measure;
import dev.vsim.machine.world.Notes;
import java.util.List;

/**
 * What stands in the place of {@code opt} while its world runs for the first time: {@code lru}, and
 * a note of each reference.
 */
final class OptRehearsal implements ReplacementPolicy {
  private final NotedPages pages;
  private final Notes notes;
  private final Lru lru;

  OptRehearsal(FrameSet frames, PolicyOptions options, Notes notes) {
    this.pages = new NotedPages(frames, notes);
    this.notes = notes;
    this.lru = new Lru(frames, options);
  }

  @Override
  public boolean seesEveryReference() {
    return true;
  }

  @Override
  public void load(int frame) {
    pages.load(frame);
    lru.load(frame);
  }

  @Override
  public void arrived(int frame) {
    notes.note(pages.number(frame));
  }

  @Override
  public void hit(int frame) {
    notes.note(pages.number(frame));
    lru.hit(frame);
  }

  @Override
  public void free(int frame) {
    lru.free(frame);
  }

  @Override
  public int victim() {
    return lru.victim();
  }

  @Override
  public void spare(int frame) {
    lru.load(frame);
  }

  @Override
  public boolean looksInOrder() {
    return true;
  }

  @Override
  public boolean keepsNotes() {
    return true;
  }

  @Override
  public void note(long identity) {
    notes.note(notes.number(identity));
  }

  @Override
  public long expect(long identity) {
    return pages.expect(identity);
  }

  @Override
  public List<Measure> measures(int frame, Uses uses) {
    return lru.measures(frame, uses);
  }

  @Override
  public int look(int frame) {
    return lru.look(frame);
  }

  @Override
  public Checkpoint checkpoint() {
    return Checkpoint.all(lru.checkpoint(), pages.checkpoint());
  }
}
