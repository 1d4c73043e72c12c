package com.polytope.geo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes builders and kernels. */
public final class ShapeFactory {
    private static final MeshKernel KERNEL = new MeshKernel();
    private static final Map<String, Palette> PALETTES = new ConcurrentHashMap<>();

    private ShapeFactory() {
    }

    public static MeshBuilder builder() {
        return new MeshBuilder(kernel());
    }

    public static MeshKernel kernel() {
        return KERNEL;
    }

    public static Palette palette(String theme) {
        return PALETTES.computeIfAbsent(theme, Palette::new);
    }
}
