package ops.jmx;

import java.util.List;

public interface RequestMetricsMBean {
    List<Long> pollAndReset();
}
