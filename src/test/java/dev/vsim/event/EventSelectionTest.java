package dev.vsim.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventSelectionTest {
  @Test
  void anEventsNameIsThatEventAlone() {
    assertKinds("walk", "walk");
    assertKinds("tlb-hit", "tlb-hit");
  }

  @Test
  void aGroupIsWhatItHides() {
    assertKinds("steps", "interrupt", "pte-update", "retry", "split");
    assertTrue(EventSelection.named("steps").orElseThrow().group());
  }

  @Test
  void anAreaIsAllItsEvents() {
    EventSelection memory = EventSelection.named("memory").orElseThrow();
    assertFalse(memory.group());
    assertTrue(memory.kinds().stream().allMatch(kind -> kind.area().equals("memory")));
    long all = EventKind.all().stream().filter(kind -> kind.area().equals("memory")).count();
    assertEquals(all, memory.kinds().size());
  }

  @Test
  void aWordThatSeveralEventsBeginWithIsAllOfThem() {
    assertKinds("tlb", "tlb-flush", "tlb-hit", "tlb-miss");
    assertKinds("swap", "swap-in", "swap-out");
  }

  @Test
  void otherWordsAreNothing() {
    for (String word : List.of("", "replay", "pte", "t", "tlb-", "MEMORY", "walks")) {
      assertEquals(Optional.empty(), EventSelection.named(word), word);
    }
  }

  @Test
  void everyListedWordNamesSomething() {
    List<String> words = EventSelection.words();
    assertTrue(words.containsAll(List.of("tlb", "tlb-hit", "memory", "steps", "virt")));
    assertTrue(words.stream().allMatch(word -> EventSelection.named(word).isPresent()));
  }

  private static void assertKinds(String word, String... names) {
    List<EventKind> kinds = EventSelection.named(word).orElseThrow().kinds();
    assertEquals(List.of(names), kinds.stream().map(EventKind::name).toList());
  }
}
