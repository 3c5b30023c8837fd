package dev.vsim.machine.memory;

import dev.vsim.machine.paging.PageNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Names that a process gives to pages: {@code pages A..E}. */
final class Labels {
  private final Map<Long, String> names = new HashMap<>();
  private final Map<String, Long> pages = new HashMap<>();

  /** The same labels, for a child. */
  Labels copy() {
    Labels copy = new Labels();
    copy.names.putAll(names);
    copy.pages.putAll(pages);
    return copy;
  }

  /** The label of the page that has a number, counted in pages of its size. */
  Optional<String> name(long number) {
    return names.isEmpty() ? Optional.empty() : Optional.ofNullable(names.get(number));
  }

  /** The labelled pages, in order. */
  List<Long> inOrder() {
    return pages.values().stream().sorted().toList();
  }

  boolean has(long page) {
    String name = names.get(PageNumber.number(page));
    return name != null && pages.get(name) == page;
  }

  OptionalLong page(String name) {
    Long page = pages.get(name);
    return page == null ? OptionalLong.empty() : OptionalLong.of(page);
  }

  void put(String name, long page) {
    names.put(PageNumber.number(page), name);
    pages.put(name, page);
  }
}
