package k04;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Bump-the-pointer allocation for write buffers. Called by all mutation stage threads.
 */
public class SlabAllocator
{
    private static final int REGION_SIZE = 1024 * 1024;
    private static final int MAX_CLONED_SIZE = 128 * 1024;

    private final AtomicReference<Region> currentRegion = new AtomicReference<>();
    private final ConcurrentLinkedQueue<Region> offHeapRegions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger regionCount = new AtomicInteger(0);
    private final AtomicLong unslabbed = new AtomicLong(0);
    private final AtomicLong reclaiming = new AtomicLong(0);

    public ByteBuffer allocate(int size)
    {
        assert size >= 0;
        if (size > MAX_CLONED_SIZE)
        {
            unslabbed.set(unslabbed.get() + size); // RACE atomic-compound #1
            return ByteBuffer.allocate(size);
        }
        while (true)
        {
            Region region = getRegion();
            ByteBuffer cloned = region.allocate(size);
            if (cloned != null)
                return cloned;
            // not enough space: retire it, somebody may have done so before us
            currentRegion.compareAndSet(region, null);
        }
    }

    private Region getRegion()
    {
        while (true)
        {
            Region region = currentRegion.get();
            if (region != null)
                return region;
            region = new Region(REGION_SIZE);
            if (currentRegion.compareAndSet(null, region))
            {
                regionCount.incrementAndGet();
                offHeapRegions.add(region);
                return region;
            }
        }
    }

    public void markReclaiming(long bytes)
    {
        long prev = reclaiming.get(); // RACE atomic-compound #2
        reclaiming.set(prev + bytes); // RACE atomic-compound #2
    }

    public void reclaimed(long bytes)
    {
        while (true)
        {
            long prev = reclaiming.get();
            if (reclaiming.compareAndSet(prev, Math.max(0, prev - bytes)))
                return;
        }
    }

    public long owns()
    {
        return unslabbed.get() + (long) regionCount.get() * REGION_SIZE;
    }

    private static final class Region
    {
        private final ByteBuffer data;
        private final AtomicInteger nextFreeOffset = new AtomicInteger(0);
        private final AtomicInteger allocCount = new AtomicInteger();

        private Region(int size)
        {
            data = ByteBuffer.allocateDirect(size);
        }

        ByteBuffer allocate(int size)
        {
            while (true)
            {
                int oldOffset = nextFreeOffset.get();
                if (oldOffset + size > data.capacity())
                    return null;
                if (nextFreeOffset.compareAndSet(oldOffset, oldOffset + size))
                {
                    allocCount.incrementAndGet();
                    return data.duplicate().position(oldOffset).limit(oldOffset + size);
                }
            }
        }
    }
}
