package com.cairn.wal;

public interface SyncTarget {
  void sync(byte[] data);
}
