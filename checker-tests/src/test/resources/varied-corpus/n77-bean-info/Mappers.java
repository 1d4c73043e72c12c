package reflect.beans;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class Mappers {
    private final ExecutorService pool = Executors.newWorkStealingPool();

    void mapAll(List<Object> beans) {
        for (Object bean : beans) {
            pool.submit(() -> map(bean));
        }
    }

    private static String map(Object bean) {
        StringBuilder out = new StringBuilder();
        BeanInfoCache.getters(bean.getClass()).forEach(m -> out.append(m.getName()).append(';'));
        out.append(BeanInfoCache.setters(bean.getClass()).size());
        return out.toString();
    }
}
