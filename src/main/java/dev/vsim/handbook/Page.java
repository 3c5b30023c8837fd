package dev.vsim.handbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** One page of the handbook. */
final class Page {
  private static final String SCENARIO = "vsim";

  private final String name;
  private final Node tree;
  private final Handbook.Examples examples;
  private final List<Section> sections = new ArrayList<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> pictures = new ArrayList<>();

  /** A heading that the table of contents shows. */
  record Section(String title, String anchor) {}

  Page(String name, String markdown, Handbook.Examples examples) {
    this.name = name;
    this.examples = examples;
    this.tree =
        Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown);
    tree.accept(new Headings());
    tree.accept(new Files());
  }

  String file() {
    return name + ".html";
  }

  /** Its first heading. */
  String title() {
    return sections.isEmpty() ? name : sections.get(0).title();
  }

  /** Its headings of the second level, and of the first only the first. */
  List<Section> sections() {
    return List.copyOf(sections);
  }

  /** The pictures that it shows, files beside it. */
  List<String> pictures() {
    return List.copyOf(pictures);
  }

  /** What stands between the head and the foot of the page. */
  String html() {
    return HtmlRenderer.builder()
        .extensions(List.of(TablesExtension.create()))
        .escapeHtml(true)
        .nodeRendererFactory(Scenarios::new)
        .nodeRendererFactory(Anchored::new)
        .attributeProviderFactory(context -> Page::attributes)
        .build()
        .render(tree);
  }

  /** A page links to another's source; in HTML to what was made of it. */
  private static void attributes(Node node, String tag, Map<String, String> attributes) {
    String target = attributes.get("href");
    if (node instanceof Link && target != null && !target.contains(":")) {
      attributes.put("href", target.replaceFirst("\\.md(?=#|$)", ".html"));
    }
  }

  private static String plain(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text piece) {
            text.append(piece.getLiteral());
          }

          @Override
          public void visit(Code piece) {
            text.append(piece.getLiteral());
          }
        });
    return text.toString();
  }

  private static String anchor(String title) {
    return title
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  private final class Headings extends AbstractVisitor {
    @Override
    public void visit(Heading heading) {
      if (heading.getLevel() == 2 || sections.isEmpty()) {
        String title = plain(heading);
        sections.add(new Section(title, anchor(title)));
      }
    }
  }

  /** Scenarios with a name, {@code ```vsim string.vsim}, and pictures. */
  private final class Files extends AbstractVisitor {
    @Override
    public void visit(FencedCodeBlock block) {
      if (isScenario(block) && !SCENARIO.equals(block.getInfo())) {
        files.put(block.getInfo().substring(SCENARIO.length()).strip(), block.getLiteral());
      }
    }

    @Override
    public void visit(Image picture) {
      pictures.add(picture.getDestination());
    }
  }

  private static boolean isScenario(FencedCodeBlock block) {
    String info = block.getInfo();
    return info.equals(SCENARIO) || info.startsWith(SCENARIO + " ");
  }

  /** Headings that can be linked to. */
  private static final class Anchored implements NodeRenderer {
    private final HtmlNodeRendererContext context;

    Anchored(HtmlNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Heading.class);
    }

    @Override
    public void render(Node node) {
      HtmlWriter out = context.getWriter();
      String tag = "h" + ((Heading) node).getLevel();
      out.line();
      out.tag(tag, Map.of("id", anchor(plain(node))));
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
      out.tag("/" + tag);
      out.line();
    }
  }

  /** Scenarios, coloured, each with what it prints. */
  private final class Scenarios implements NodeRenderer {
    private final HtmlWriter out;

    Scenarios(HtmlNodeRendererContext context) {
      this.out = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return new LinkedHashSet<>(List.of(FencedCodeBlock.class));
    }

    @Override
    public void render(Node node) {
      FencedCodeBlock block = (FencedCodeBlock) node;
      boolean scenario = isScenario(block);
      out.line();
      code(block.getLiteral(), scenario || "trace".equals(block.getInfo()));
      if (scenario && !isShown(block)) {
        out.tag("details");
        out.tag("summary");
        out.text("what it prints");
        out.tag("/summary");
        code(examples.printed(block.getLiteral(), files), true);
        out.tag("/details");
      }
      out.line();
    }

    /** Whether the page itself shows what the scenario prints, right behind it. */
    private boolean isShown(FencedCodeBlock block) {
      return block.getNext() instanceof FencedCodeBlock next && "trace".equals(next.getInfo());
    }

    private void code(String text, boolean coloured) {
      out.tag("pre");
      out.tag("code");
      if (coloured) {
        out.raw(Colours.html(text));
      } else {
        out.text(text);
      }
      out.tag("/code");
      out.tag("/pre");
    }
  }
}
