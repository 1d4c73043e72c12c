package com.polytope.geo;

import java.util.ArrayList;
import java.util.List;

/** Collects triangles; a builder is used by the thread that asked for it. */
public final class MeshBuilder {
    private final MeshKernel kernel;
    private final List<double[]> normals = new ArrayList<>();
    private int triangles;

    MeshBuilder(MeshKernel kernel) {
        this.kernel = kernel;
    }

    public MeshBuilder triangle(double x, double y, double z) {
        normals.add(kernel.normal(x, y, z));
        triangles++;
        return this;
    }

    public int build() {
        return triangles * 3 + normals.size();
    }
}
