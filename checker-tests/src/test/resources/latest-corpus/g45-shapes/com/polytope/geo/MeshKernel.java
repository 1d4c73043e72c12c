package com.polytope.geo;

/** Geometry primitives. */
public final class MeshKernel {
    private int normalisations;

    double[] normal(double x, double y, double z) {
        double len = Math.sqrt(x * x + y * y + z * z);
        normalisations++; // RACE read-modify-write #1
        double[] out = {x / len, y / len, z / len};
        return out;
    }

    int normalisations() {
        return normalisations;
    }
}
