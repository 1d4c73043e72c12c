package searchermanager;

import java.util.function.IntSupplier;

public class SegmentManager extends ReferenceManager<Segment> {

  private final IntSupplier newestVersion;

  public SegmentManager(IntSupplier newestVersion) {
    this.newestVersion = newestVersion;
    this.current = new Segment(newestVersion.getAsInt());
  }

  @Override
  protected void decRef(Segment reference) {
    reference.decRef();
  }

  @Override
  protected boolean tryIncRef(Segment reference) {
    return reference.tryIncRef();
  }

  @Override
  protected Segment refreshIfNeeded(Segment old) {
    int newest = newestVersion.getAsInt();
    return newest > old.version() ? new Segment(newest) : null;
  }
}
