package r35kafkameters;

import java.util.HashSet;
import java.util.Set;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
public class OutageEvents {

    private final Set<String> dark = new HashSet<>();
    private int outages;

    @KafkaListener(topics = "outages", groupId = "grid", containerFactory = "orderedFactory")
    public void outage(String district) {
        if (district.startsWith("-")) {
            dark.remove(district.substring(1));
        } else if (!dark.contains(district)) {
            dark.add(district);
            outages++;
        }
    }
}
