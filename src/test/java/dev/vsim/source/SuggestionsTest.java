package dev.vsim.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionsTest {
  private static final List<String> WORDS =
      List.of(
          "access",
          "assert",
          "read",
          "write",
          "execute",
          "vcpu",
          "vmxnet3",
          "e1000",
          "page-fault",
          "lru",
          "lfu",
          "on",
          "mem",
          "größe",
          "프레임");

  @ParameterizedTest
  @CsvSource({
    "acess, access",
    "acces, access",
    "accses, access",
    "asert, assert",
    "wirte, write",
    "vmxnet4, vmxnet3",
    "page_fault, page-fault",
    "Page-Fault, page-fault",
    "VCPU, vcpu",
    "lur, lru",
    "lfo, lfu",
    "exec, execute",
    "memory, mem",
    "pag, page-fault",
    "größ, größe",
    "größer, größe",
    "프래임, 프레임",
    "banana, ''",
    "x, ''",
    "men, mem",
  })
  void theNearestIsFound(String word, String expected) {
    assertEquals(expected, Suggestions.nearest(word, WORDS).orElse(""));
  }

  @Test
  void theOrderOfTheCandidatesDoesNotMatter() {
    List<String> candidates = new ArrayList<>(List.of("nic2", "nic0", "nic1", "disk0", "nic"));
    assertEquals(List.of("nic", "nic0", "nic1"), Suggestions.nearest("nicx", candidates, 3));
    Collections.reverse(candidates);
    assertEquals(List.of("nic", "nic0", "nic1"), Suggestions.nearest("nicx", candidates, 3));
  }

  @Test
  void atMostSoManyAreGiven() {
    assertEquals(2, Suggestions.nearest("nicx", List.of("nic0", "nic1", "nic2"), 2).size());
    assertEquals(List.of("nic0"), Suggestions.nearest("nicx", List.of("nic0", "nic0"), 5));
  }

  @Test
  void longOrEmptyWordsAreNotCompared() {
    assertEquals(
        Optional.empty(), Suggestions.nearest("a".repeat(100_000), List.of("a".repeat(99_999))));
    assertEquals(Optional.empty(), Suggestions.nearest("", WORDS));
    assertEquals(Optional.empty(), Suggestions.nearest("a", List.of("")));
    assertEquals(Optional.empty(), Suggestions.nearest("a", List.of()));
  }
}
