package dev.vsim.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.vsim.run.Discovery;
import dev.vsim.source.Diagnostic;
import dev.vsim.trace.Place;
import dev.vsim.verdict.Where;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.discovery.UriSelector;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/**
 * Turns what JUnit is asked for into scenarios: a folder into the files below it, a place in a file
 * or an id into a part of a scenario. What is asked for twice, in whatever way, is there once.
 */
final class ScenarioResolver implements SelectorResolver {
  private static final String ENDING = ".vsim";

  private final UniqueId engine;
  private final EngineDiscoveryListener listener;

  ScenarioResolver(UniqueId engine, EngineDiscoveryListener listener) {
    this.engine = engine;
    this.listener = listener;
  }

  @Override
  public Resolution resolve(DirectorySelector selector, Context context) {
    Path folder = Sources.canonical(selector.getPath());
    if (!Files.isDirectory(folder)) {
      return missing(folder, "there is no folder ");
    }
    List<Path> found = new Discovery(List.of(folder)).scenarios();
    if (found.isEmpty()) {
      return missing(folder, "there is no scenario in ");
    }
    Set<DiscoverySelector> files = new LinkedHashSet<>();
    found.forEach(file -> files.add(select(file)));
    return Resolution.selectors(files);
  }

  @Override
  public Resolution resolve(FileSelector selector, Context context) {
    Path scenario = Sources.canonical(selector.getPath());
    if (!scenario.toString().endsWith(ENDING)) {
      return Resolution.unresolved();
    } else if (!Files.isRegularFile(scenario)) {
      return missing(scenario, "there is no scenario ");
    } else if (!selector.getRawPath().equals(Sources.name(scenario))) {
      return Resolution.selectors(Set.of(select(scenario, selector.getPosition())));
    }
    return selector
        .getPosition()
        .map(at -> place(scenario, at, context))
        .orElseGet(() -> whole(scenario, context));
  }

  /** The part around a place. */
  private Resolution place(Path scenario, FilePosition at, Context context) {
    return context
        .resolve(select(scenario))
        .map(found -> ((ScenarioDescriptor) found).partAt(at.getLine()))
        .map(part -> Resolution.selectors(Set.of(selectUniqueId(part))))
        .orElse(Resolution.unresolved());
  }

  /** All of it. */
  private Resolution whole(Path scenario, Context context) {
    return context
        .addToParent(parent -> Optional.of(describe(scenario)))
        .map(found -> Resolution.match(Match.exact(found, () -> parts(found))))
        .orElse(Resolution.unresolved());
  }

  private ScenarioDescriptor describe(Path scenario) {
    UniqueId id = engine.append(ScenarioDescriptor.SEGMENT, Sources.name(scenario));
    ScenarioDescriptor descriptor = new ScenarioDescriptor(id, scenario);
    descriptor.outline().mistakes().forEach(this::report);
    return descriptor;
  }

  private static Set<DiscoverySelector> parts(ScenarioDescriptor scenario) {
    Set<DiscoverySelector> parts = new LinkedHashSet<>();
    scenario.partIds().forEach(id -> parts.add(selectUniqueId(id)));
    return parts;
  }

  @Override
  public Resolution resolve(UniqueIdSelector selector, Context context) {
    UniqueId id = selector.getUniqueId();
    int depth = id.getSegments().size() - engine.getSegments().size();
    if (!id.hasPrefix(engine) || depth < 1 || depth > 2) {
      return Resolution.unresolved();
    }
    Path scenario = Path.of(id.getSegments().get(engine.getSegments().size()).getValue());
    if (depth == 1) {
      return Resolution.selectors(Set.of(select(scenario)));
    }
    return context
        .addToParent(() -> select(scenario), parent -> ((ScenarioDescriptor) parent).part(id))
        .map(part -> Resolution.match(Match.exact(part)))
        .orElse(Resolution.unresolved());
  }

  @Override
  public Resolution resolve(UriSelector selector, Context context) {
    URI uri = selector.getUri();
    if (!"file".equals(uri.getScheme()) || uri.getPath() == null) {
      return Resolution.unresolved();
    }
    Path path = Path.of(uri.getPath());
    return Resolution.selectors(
        Set.of(
            Files.isDirectory(path)
                ? selectDirectory(path.toString())
                : select(
                    Sources.canonical(path),
                    Optional.ofNullable(uri.getQuery()).flatMap(FilePosition::fromQuery))));
  }

  private static DiscoverySelector select(Path scenario) {
    return selectFile(Sources.name(scenario));
  }

  private static DiscoverySelector select(Path scenario, Optional<FilePosition> at) {
    return at.<DiscoverySelector>map(place -> selectFile(Sources.name(scenario), place))
        .orElseGet(() -> select(scenario));
  }

  private Resolution missing(Path path, String what) {
    report(what + Sources.name(path), Sources.of(path));
    return Resolution.unresolved();
  }

  private void report(Diagnostic mistake) {
    Place place = new Place(mistake.source(), mistake.span());
    report(
        mistake.problem().code() + ": " + mistake.message(),
        Sources.of(Where.of(place), Path.of(place.file())));
  }

  /** A warning: the scenario is a test all the same, which fails and does not keep others back. */
  private void report(String message, FileSource source) {
    listener.issueEncountered(
        engine,
        DiscoveryIssue.builder(DiscoveryIssue.Severity.WARNING, message).source(source).build());
  }
}
