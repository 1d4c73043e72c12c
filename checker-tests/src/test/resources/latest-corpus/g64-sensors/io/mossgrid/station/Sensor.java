package io.mossgrid.station;

public interface Sensor {
    double read(String channel);

    boolean send(double a, double b);
}
