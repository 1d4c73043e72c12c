package net.silt.etl;

public interface RowSink {
    void write(String[] cells);
}
