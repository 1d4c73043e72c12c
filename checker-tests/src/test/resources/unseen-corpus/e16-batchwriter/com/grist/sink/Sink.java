package com.grist.sink;

import java.util.List;

public interface Sink {
    void send(List<String> rows);
}
