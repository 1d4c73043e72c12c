package dev.interlock.analysis.compound;

import com.google.common.collect.ImmutableList;

/**
 * What a body does to memory.
 *
 * @param effects the accesses, in source order
 * @param returned what its result comes from
 */
public record EffectSummary(ImmutableList<Effect> effects, Sources returned) {}
