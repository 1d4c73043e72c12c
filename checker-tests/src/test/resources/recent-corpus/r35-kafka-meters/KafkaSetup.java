package r35kafkameters;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;

@Configuration
@EnableKafka
public class KafkaSetup {

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, Long> bulkFactory(ConsumerFactory<String, Long> consumers) {
        ConcurrentKafkaListenerContainerFactory<String, Long> factory = new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(consumers);
        factory.setConcurrency(6);
        return factory;
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, Long> orderedFactory(ConsumerFactory<String, Long> consumers) {
        ConcurrentKafkaListenerContainerFactory<String, Long> factory = new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(consumers);
        factory.setConcurrency(1);
        return factory;
    }
}
