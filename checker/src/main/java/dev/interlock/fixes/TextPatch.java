package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;

/**
 * A fix for tools that apply it by themselves.
 *
 * @param description what it does, in one line
 */
public record TextPatch(String description, ImmutableList<TextEdit> edits) {}
