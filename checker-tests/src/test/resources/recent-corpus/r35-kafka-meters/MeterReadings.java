package r35kafkameters;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Takes the readings of the electricity meters. */
@Component
public class MeterReadings {

    private final Map<String, Long> last = new ConcurrentHashMap<>();
    private final DoubleAdder kilowattHours = new DoubleAdder();
    private long records;
    private long backwards;
    private long peak;
    private String peakMeter;

    @KafkaListener(topics = "readings", groupId = "billing", containerFactory = "bulkFactory")
    public void reading(ConsumerRecord<String, Long> record) {
        records++; // RACE rmw
        Long before = last.put(record.key(), record.value());
        if (before == null) {
            return;
        }
        if (before > record.value()) {
            correct(record.key(), before);
        } else {
            long used = record.value() - before;
            kilowattHours.add(used / 1000.0);
            if (used > peak()) { // RACE split-lock #1
                peak(record.key(), used); // RACE split-lock #1
            }
        }
    }

    private void correct(String meter, long value) {
        backwards = backwards + 1; // RACE rmw
        last.computeIfPresent(meter, (m, now) -> Math.max(now, value));
    }

    private synchronized long peak() {
        return peak;
    }

    private synchronized void peak(String meter, long wattHours) {
        peak = wattHours;
        peakMeter = meter;
    }

    synchronized String resetPeak() {
        String meter = peakMeter;
        peak = 0;
        peakMeter = null;
        return meter;
    }

    @Override
    public String toString() {
        return records + " records, " + backwards + " backwards, " + kilowattHours + " kWh of " + last.size();
    }
}
