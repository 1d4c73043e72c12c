package r37rabbitmails;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;

/** Sends the mails of the shop. The broker redelivers, so every mail has an id. */
@Component
public class MailListener {

    public interface MailGateway {
        void send(String to, String text);
    }

    private final MailGateway gateway;
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> vouchers = ConcurrentHashMap.newKeySet();
    private final Set<String> bounced = ConcurrentHashMap.newKeySet();
    private int digests;

    public MailListener(MailGateway gateway) {
        this.gateway = gateway;
    }

    @RabbitListener(queues = "mails", concurrency = "3-8")
    public void mail(@Payload String text, @Header("id") String id, @Header("to") String to) {
        if (bounced.contains(to)) {
            return;
        }
        if (sent.contains(id)) { // RACE check-then-act #1
            return;
        }
        gateway.send(to, text);
        sent.add(id); // RACE check-then-act #1
    }

    @RabbitListener(queues = "vouchers", concurrency = "3-8")
    public void voucher(@Payload String code, @Header("id") String id, @Header("to") String to) {
        if (!vouchers.add(id)) {
            return;
        }
        try {
            gateway.send(to, "Your voucher: " + code);
        } catch (RuntimeException e) {
            vouchers.remove(id);
            throw e;
        }
    }

    @RabbitListener(queues = "bounces", concurrency = "2")
    public void bounce(@Payload String address) {
        bounced.add(address);
    }

    @RabbitListener(queues = "digest", concurrency = "1")
    public void digest(@Payload String to) {
        digests++;
        gateway.send(to, "Digest no. " + digests);
    }
}
