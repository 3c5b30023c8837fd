package dev.vsim.handbook;

import java.util.List;

/** A page with the handbook around it: its head, the way to the other pages, its foot. */
final class Layout {
  private final List<Page> pages;
  private final Page page;
  private final StringBuilder html = new StringBuilder();

  Layout(List<Page> pages, Page page) {
    this.pages = pages;
    this.page = page;
  }

  String html() {
    line("<!DOCTYPE html>");
    line("<html lang=\"en\">");
    line("<head>");
    line("<meta charset=\"utf-8\">");
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    line("<title>" + escaped(page.title()) + " – vsim</title>");
    line("<link rel=\"stylesheet\" href=\"look.css\">");
    line("</head>");
    line("<body>");
    navigation();
    line("<main>");
    html.append(page.html());
    neighbours();
    line("</main>");
    line("</body>");
    line("</html>");
    return html.toString();
  }

  private void navigation() {
    line("<nav aria-label=\"Contents\">");
    line("<p class=\"name\">vsim</p>");
    line("<ul>");
    for (Page one : pages) {
      boolean here = one == page;
      String mark = here ? " aria-current=\"page\"" : "";
      line("<li><a href=\"" + one.file() + "\"" + mark + ">" + escaped(one.title()) + "</a>");
      if (here && one.sections().size() > 1) {
        line("<ul>");
        for (Page.Section section : one.sections().subList(1, one.sections().size())) {
          line("<li>" + link("#" + section.anchor(), section.title()) + "</li>");
        }
        line("</ul>");
      }
      line("</li>");
    }
    line("</ul>");
    line("</nav>");
  }

  private void neighbours() {
    int at = pages.indexOf(page);
    line("<footer>");
    if (at > 0) {
      Page before = pages.get(at - 1);
      line("<span>← " + link(before.file(), before.title()) + "</span>");
    }
    if (at + 1 < pages.size()) {
      Page after = pages.get(at + 1);
      line("<span class=\"after\">" + link(after.file(), after.title()) + " →</span>");
    }
    line("</footer>");
  }

  private static String link(String target, String title) {
    return "<a href=\"" + target + "\">" + escaped(title) + "</a>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void line(String text) {
    html.append(text).append('\n');
  }
}
