package com.ferry.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Spreads calls over several channels. */
public class ChannelRing {
  private final List<RpcChannel> channels;
  private final AtomicInteger cursor = new AtomicInteger();
  private volatile boolean draining;

  public ChannelRing(int n) {
    List<RpcChannel> list = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      list.add(new RpcChannel(new FrameWriter()));
    }
    channels = List.copyOf(list);
  }

  public RpcChannel next() {
    if (draining) {
      throw new IllegalStateException("draining");
    }
    return channels.get(Math.floorMod(cursor.getAndIncrement(), channels.size()));
  }

  public void drain() {
    draining = true;
  }
}
