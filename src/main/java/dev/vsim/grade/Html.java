package dev.vsim.grade;

import dev.vsim.text.PlainText;

/** An HTML page that stands by itself: no script, nothing from elsewhere. */
final class Html {
  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;color:#1d2733;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:1.6rem 0 .4rem}.check h2{margin:0}
      .sub{color:#5b6775;margin:.2rem 0 1.2rem}
      .check{border:1px solid #d6dce3;border-left:.4rem solid #8a94a0;border-radius:.3rem;padding:.7rem 1rem;margin:.8rem 0}
      .pass{border-left-color:#2e7d4f}.fail,.error,.limit{border-left-color:#b3372c}.skip,.not-run{border-left-color:#a07a1c}
      .points{float:right;font-variant-numeric:tabular-nums}
      .status{color:#5b6775;font-size:.9rem}
      pre{background:#f4f6f8;padding:.7rem;overflow-x:auto;font:13px/1.4 ui-monospace,monospace;border-radius:.3rem}
      table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #e3e8ed}
      td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
      .bar{background:#e3e8ed;height:.8rem;border-radius:.2rem;min-width:8rem}.bar div{background:#3d6fa5;height:.8rem;border-radius:.2rem}
      @media(prefers-color-scheme:dark){body{background:#14181d;color:#dde3ea}pre{background:#1e242b}
      .check{border-color:#333c46}th,td{border-color:#2b333c}.bar{background:#2b333c}.sub,.status{color:#97a3b0}}
      """;

  private final StringBuilder out = new StringBuilder();

  /** Begins a page. */
  Html(String title) {
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<title>").append(escaped(title)).append("</title>\n<style>\n");
    out.append(STYLE).append("</style>\n</head>\n<body>\n");
  }

  /** Mark-up as it stands; what users wrote goes through {@link #escaped}. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** A piece of text. */
  Html text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** Lines as they stand, if there are any. */
  Html lines(String text) {
    if (!text.isEmpty()) {
      out.append("<pre>");
      PlainText.lines(text).forEach(line -> out.append(escapedLine(line)).append('\n'));
      out.append("</pre>\n");
    }
    return this;
  }

  static String escaped(String text) {
    return escapedLine(PlainText.shown(text));
  }

  private static String escapedLine(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** The whole page. */
  String end() {
    return out.append("</body>\n</html>\n").toString();
  }
}
