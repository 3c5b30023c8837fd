package dev.vsim.syntax;

import dev.vsim.source.Span;
import java.util.List;

/**
 * {@code nic vmxnet3 prod < queues 4 >}: a name, values side by side, perhaps properties of its
 * own.
 */
public record Property(Span span, Word name, List<Item> items, List<Property> options) {}
