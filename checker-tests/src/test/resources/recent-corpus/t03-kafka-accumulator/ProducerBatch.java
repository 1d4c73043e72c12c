package org.example.kafka.producer;

import java.nio.ByteBuffer;

final class ProducerBatch {

    private final String topicPartition;
    private final ByteBuffer buffer;
    private int recordCount;
    private int maxRecordSize;
    private boolean sealed;
    private int attempts;

    ProducerBatch(String topicPartition, ByteBuffer buffer) {
        this.topicPartition = topicPartition;
        this.buffer = buffer;
    }

    boolean tryAppend(byte[] value) {
        if (sealed || buffer.remaining() < value.length) {
            return false;
        }
        buffer.put(value);
        recordCount++;
        if (value.length > maxRecordSize) {
            maxRecordSize = value.length;
        }
        return true;
    }

    void close() {
        if (!sealed) {
            sealed = true;
            buffer.flip();
        }
    }

    void reenqueued() {
        attempts++;
    }

    int size() {
        return sealed ? buffer.limit() : buffer.position();
    }

    @Override
    public String toString() {
        return "ProducerBatch(" + topicPartition + ", recordCount=" + recordCount + ", attempts=" + attempts + ")";
    }
}
