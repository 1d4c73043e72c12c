package idblocks;

public class MemoryIdGenerator extends IdGenerator {

    private final int blockSize;
    private long highWater;

    public MemoryIdGenerator(int blockSize) {
        this.blockSize = blockSize;
    }

    @Override
    protected long[] allocate() {
        long from = highWater;
        highWater += blockSize;
        return new long[] {from, highWater};
    }
}
