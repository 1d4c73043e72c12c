package r34jmsdispatch;

import java.util.HashMap;
import java.util.Map;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageListener;
import javax.jms.MessageProducer;
import javax.jms.Session;
import javax.jms.TextMessage;

/** Listener of one session. */
class ShipmentListener implements MessageListener {

    private final Session session;
    private final MessageProducer replies;
    private final Map<String, Integer> perCarrier = new HashMap<>();
    private int received;
    private int failed;

    private ShipmentListener(Session session) throws JMSException {
        this.session = session;
        this.replies = session.createProducer(session.createQueue("shipments.done"));
    }

    @Override
    public void onMessage(Message message) {
        received++;
        try {
            String carrier = message.getStringProperty("carrier");
            Integer n = perCarrier.get(carrier);
            if (n == null) {
                perCarrier.put(carrier, 1);
            } else {
                perCarrier.put(carrier, n + 1);
            }
            if (message instanceof TextMessage) {
                replies.send(session.createTextMessage("done " + ((TextMessage) message).getText()));
            }
        } catch (JMSException e) {
            failed++;
        }
        if (received % 100 == 0) {
            System.getLogger("shipments").log(System.Logger.Level.INFO, perCarrier + " failed " + failed);
        }
    }

    /** Starts the given number of consumers, each with a session and a listener of its own. */
    static Connection start(ConnectionFactory factory, int consumers) throws JMSException {
        Connection connection = factory.createConnection();
        int opened = 0;
        while (opened < consumers) {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            session.createConsumer(session.createQueue("shipments")).setMessageListener(new ShipmentListener(session));
            opened++;
        }
        connection.start();
        return connection;
    }
}
