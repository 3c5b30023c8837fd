package dev.vsim.image;

import java.util.Optional;

/**
 * What tells a file of a chain from others, and on which it stands.
 *
 * @param cid stands for its contents
 * @param parent the file below it, with the identifier that its contents had
 */
public record Identity(int cid, Optional<Parent> parent) {
  /** The file on which another stands. */
  public record Parent(String file, int cid) {}

  int parentCid() {
    return parent.map(Parent::cid).orElse(Vmdk.NO_PARENT);
  }
}
