package dev.vsim.grade;

import java.math.BigDecimal;
import java.util.List;

/**
 * What came of a class in one line.
 *
 * @param submissions how many there are
 * @param median of the points, those that cannot be graded counting for 0
 */
record ClassSum(int submissions, BigDecimal median) {
  static ClassSum of(List<Grade> grades) {
    List<BigDecimal> scores = grades.stream().map(Grade::score).sorted().toList();
    return new ClassSum(grades.size(), median(scores));
  }

  private static BigDecimal median(List<BigDecimal> sorted) {
    if (sorted.isEmpty()) {
      return BigDecimal.ZERO;
    }
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2));
  }

  /** {@code 3 submissions, median 50}. */
  String sentence() {
    String counted = submissions + (submissions == 1 ? " submission" : " submissions");
    return counted + ", median " + Said.points(median);
  }
}
