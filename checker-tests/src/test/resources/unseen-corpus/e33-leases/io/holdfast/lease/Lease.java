package io.holdfast.lease;

public record Lease(String owner, long token, long until) {}
