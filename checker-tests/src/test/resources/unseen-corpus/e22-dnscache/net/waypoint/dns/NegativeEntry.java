package net.waypoint.dns;

record NegativeEntry(int count) {}
