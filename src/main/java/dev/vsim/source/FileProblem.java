package dev.vsim.source;

/** Files that cannot be read, used or replayed (V06). */
public enum FileProblem implements Problem {
  /** A file that is not there or cannot be read. */
  UNREADABLE(
      "V0601",
      "`{0}` cannot be read: {1}",
      "",
      """
      The file named here could not be opened.
      """),
  /** Files that use each other in a circle. */
  CYCLE(
      "V0602",
      "these files use each other: {0}",
      "",
      """
      A file in use runs once, before who uses it; two that use each other could neither be first.
      """),
  /** Bytes that are no UTF-8. */
  NOT_UTF_8(
      "V0610",
      "here are bytes that are no UTF-8 text{0}",
      "save the file as UTF-8",
      """
      Scenarios are UTF-8. The file was saved in another encoding, or is no text at all. Editors call it "encoding" or
      "character set" when they save.
      """),
  /** A file in UTF-16. */
  UTF_16(
      "V0611",
      "`{0}` is encoded as UTF-16",
      "save it as UTF-8",
      """
      The file's first two bytes say that it is UTF-16, as some editors and Windows PowerShell's `>` write. Scenarios are
      UTF-8.
      """),
  /** A folder where a recorded trace should be. */
  TRACE_IS_FOLDER(
      "V0620",
      "`{0}` is a folder, not a recorded trace",
      "name a file in it",
      """
      `replay` reads one file. A folder of traces is replayed file by file:

          replay "traces/ls.lackey.gz"
      """),
  /** A device, a pipe or a socket where a recorded trace should be. */
  TRACE_IS_DEVICE(
      "V0621",
      "`{0}` is not a file: it is a device, a pipe or a socket",
      "save what comes from it in a file first",
      """
      A replay must give the same result each time, so it reads files only, whose contents stay.
      """),
  /** A file without a byte. */
  TRACE_EMPTY(
      "V0622",
      "`{0}` is empty",
      "record it again; lackey writes to standard error",
      """
      The file has no contents, or unpacks to none. Perhaps the recording was interrupted, or went elsewhere: lackey
      writes to standard error.

          valgrind --tool=lackey --trace-mem=yes ls 2> ls.lackey
      """),
  /** A file with lines, none of which is a reference. */
  TRACE_WITHOUT_REFERENCES(
      "V0623",
      "`{0}` holds no reference",
      "record it again; lackey records references with `--trace-mem=yes` only",
      """
      The file was read to its end, and there was nothing but comments, empty lines or the recording tool's own words.
      Lackey records references only with `--trace-mem=yes`.
      """),
  /** Packed data that ends in the middle. */
  TRACE_TRUNCATED(
      "V0624",
      "`{0}` is cut: its {1} data ends in the middle, after {2} bytes",
      "copy or record it again",
      """
      A packed file ends with a mark, and this one ends before it: a copy or a download was interrupted, the disk was
      full, or the recording still runs. What can be unpacked is not replayed, since its figures would be those of
      another trace.
      """),
  /** Packed data that was changed. */
  TRACE_DAMAGED(
      "V0625",
      "`{0}` is damaged: {2} ({1}, near its byte {3})",
      "copy or record it again",
      """
      A packed file has a checksum, and every part of it must make sense. This one was changed after it was packed, or
      something was appended to it. Files joined one behind the other are no damage: gzip and zstd files may be.
      """),
  /** A zstd file whose unpacking needs too much memory. */
  TRACE_WINDOW(
      "V0626",
      "unpacking `{0}` needs a window of {1}, and {2} is the most",
      "pack it again without `--long` or `--ultra`: `zstd -d < OLD | zstd > NEW`",
      """
      zstd can refer back over a long stretch of what was unpacked, all of which has to be kept in memory. `zstd` itself
      chooses a window that is small enough unless it is told otherwise.
      """),
  /** A file of another kind altogether. */
  TRACE_FOREIGN(
      "V0627",
      "`{0}` is {1}, no memory trace",
      "{2}",
      """
      The file's first bytes show what it is. `replay` reads traces in the formats lackey, din, text, oraclegeneral and
      u32, as they are or packed with gzip or zstd.
      """),
  /** A trace whose format neither its name nor its contents tell. */
  TRACE_UNKNOWN(
      "V0628",
      "it is not clear what format `{0}` has",
      "say which: `replay \"{0}\" < format lackey >`; the formats are {1}",
      """
      The format is taken from `format`, else from the ending of the name, which may have .gz or .zst behind it, else
      from the contents:

          lackey         .lackey             I  0401ab70,3
                                              S 1fff000758,8
          din            .din                0 7fff1000      (0 read, 1 write, 2 fetch; hexadecimal)
          text           .txt                0x7fff1000      (with 0x an address)
                                             7 W             (without: a page number; R, W or I; # comments)
          oraclegeneral  .oracleGeneral.bin  libCacheSim's records of 24 bytes
          u32            .u32                page numbers of 4 bytes, little-endian

      Of these u32 cannot be told from other bytes: it needs the ending or `format u32`.
      """),
  /** A trace that is in another format than was said. */
  TRACE_WRONG_FORMAT(
      "V0629",
      "`{0}` is not in the format {1}: it begins with `{2}`",
      "it looks like {3}; write `format {3}`, or leave `format` out",
      """
      The format was given, or follows from the ending of the name, and the trace's first record is not of that format but
      of another.
      """),
  /** A line that is no reference in the trace's format. */
  TRACE_LINE(
      "V0630",
      "`{0}`, {1}: `{2}` is not a reference as {3} writes it",
      "expected {4}",
      """
      Each line of a text trace is one reference; only empty lines, and what the format has for comments (lackey: lines
      that begin with ==, text: #, din: all behind the address), are passed over. If the traced program wrote among
      lackey's lines, give lackey a file of its own: `--log-file=trace.lackey`.
      """),
  /** An address of more than 64 bits. */
  TRACE_ADDRESS(
      "V0631",
      "`{0}`, {1}: the number in `{2}` has more than 64 bits",
      "an address has at most 16 hex digits",
      """
      Addresses are unsigned numbers of at most 64 bits, 16 hexadecimal digits.
      """),
  /** A size that no instruction has, or one that reaches past the last address. */
  TRACE_SIZE(
      "V0632",
      "`{0}`, {1}: the size in `{2}` is not one that an instruction can have",
      "1 to {3} bytes, and not beyond the last address",
      """
      The number behind the comma says how many bytes the reference touches. It decides whether the reference crosses a
      page's end.
      """),
  /** A page number that no address space has. */
  TRACE_PAGE(
      "V0633",
      "`{0}`, {1}: the page number in `{2}` is larger than 48 bits",
      "number the pages anew, from 0",
      """
      Page numbers have at most 48 bits, more than any process has pages. Traces of other caches often name objects by
      hash values; give each a small number first, which changes nothing in hits and misses.
      """),
  /** A binary trace whose last record is not whole. */
  TRACE_CUT(
      "V0634",
      "`{0}` is cut: {1} left behind its last whole record",
      "expected {2}",
      """
      A binary trace is records of one length, and the file's length is no multiple of it: a copy was interrupted, or the
      format is another.
      """),
  /** A line too long for any trace. */
  TRACE_LONG_LINE(
      "V0635",
      "`{0}`, line {1}: the line is longer than 64K",
      "a trace has a reference a line; is it text at all?",
      """
      No line of a trace is that long; perhaps the file is not text.
      """),
  /** A trace that goes on and on without a reference. */
  TRACE_IDLE(
      "V0636",
      "`{0}`: 64M of text up to line {1} hold no reference",
      "",
      """
      Comments and empty lines are passed over, but not for ever: a small packed file can unpack to more of them than
      there is time for.
      """),
  /** A file that is no virtual disk. */
  IMAGE_FOREIGN(
      "V0640",
      "`{0}` is no VMDK: {1}",
      "`qemu-img convert -O vmdk OLD NEW.vmdk` makes one of other images",
      """
      A disk's contents are read from VMDK files: monolithicSparse, streamOptimized, monolithicFlat,
      twoGbMaxExtentSparse, twoGbMaxExtentFlat, and deltas on them.
      """),
  /** A virtual disk's file that was changed. */
  IMAGE_DAMAGED(
      "V0641",
      "`{0}` is damaged: {1}",
      "copy it again; `qemu-img check` says what it makes of it",
      """
      Every number in a VMDK has to make sense: tables and grains lie in the file, each place serves one
      of them, descriptors have the lines that they need. What does not is not guessed at.
      """),
  /** A virtual disk's file that ends too early. */
  IMAGE_CUT(
      "V0642",
      "`{0}` is cut: {1}",
      "copy it again",
      """
      The file is shorter than it says it is: a copy or a download was interrupted, or the disk was full.
      """),
  /** A form of virtual disk that is not read. */
  IMAGE_UNSUPPORTED(
      "V0643",
      "`{0}` has {1}, which is not read",
      "`qemu-img convert -O vmdk OLD NEW.vmdk` makes a form that is",
      """
      VMDK has forms that only ESX writes, devices in place of files, and versions to come.
      """),
  /** A file elsewhere that a virtual disk's file names. */
  IMAGE_OUTSIDE(
      "V0644",
      "`{0}` names the file `{1}`, which does not lie beside it",
      "move the files into one folder, and name them without one",
      """
      The files of a disk are looked for in the folder of the file that names them, and nowhere else: a
      disk that came from somebody else could otherwise have any file of yours read.
      """),
  /** A disk below a delta that is another by now. */
  IMAGE_PARENT_CHANGED(
      "V0645",
      "`{0}` stands on `{1}`, whose contents have changed since",
      "take the parent as it was, with the CID that parentCID says",
      """
      A delta holds what was changed since its parent became read-only, and remembers the parent's content
      identifier (parentCID). If the parent was written after that, the two together are no disk.
      """),
  /** Disks that stand on each other in a circle. */
  IMAGE_CYCLE(
      "V0646",
      "these files stand on each other: {1}",
      "a chain of deltas ends at a base, whose parentCID is ffffffff",
      """
      Each delta names the file below it (parentFileNameHint). Here that leads back to where it began.
      """),
  /** A disk that is too large to be looked through. */
  IMAGE_TOO_LARGE(
      "V0647",
      "`{0}` is not sparse, and larger than {1}",
      "`qemu-img convert -O vmdk OLD NEW.vmdk` leaves out what is zeros",
      """
      A flat disk has to be read from its first byte to its last to find what it holds.
      """),
  /** A line of a configuration that says nothing. */
  VMX_LINE(
      "V0648",
      "`{0}` is no setting",
      "settings are written `key = \"value\"`",
      """
      A .vmx file has a setting a line, `memsize = "512"`, and comments that begin with `#`.
      """),
  /** A setting that no machine can have. */
  VMX_VALUE(
      "V0649",
      "{0} is `{1}`, which is not {2}",
      "",
      """
      The settings that make a scenario are checked: numvcpus, memsize, the addresses of network cards.
      """),
  /** A file that is no configuration. */
  VMX_FOREIGN(
      "V0650",
      "`{0}` is no VMX file: {1}",
      "",
      """
      `vsim import` reads a virtual machine's configuration (.vmx), which is text of at most 1M, or one of
      its disks (.vmdk).
      """),
  /** A file that cannot be written. */
  UNWRITABLE(
      "V0652",
      "`{0}` cannot be written: {1}",
      "",
      """
      The folder or file named here could not be made or changed.
      """),
  /** A disk that a configuration names and that is not there. */
  DISK_MISSING(
      "V0651",
      "the disk `{0}` is not there",
      "the scenario gets an empty disk of 8G in its place",
      """
      A configuration names its disks' files, but only they say how large the disks are and what they hold.
      """) {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }
  };

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  FileProblem(String code, String template, String help, String explanation) {
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
