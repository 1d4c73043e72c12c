package chat.rpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Server side of a chat, written against the plain stub classes. */
public class ChatCalls {

  private final Map<String, List<StreamObserver<String>>> rooms = new ConcurrentHashMap<>();
  private final LongAdder delivered = new LongAdder();

  /** Bidirectional call: the returned observer belongs to this call and is called serially. */
  public StreamObserver<String> join(String room, StreamObserver<String> out) {
    rooms.compute(room, (r, members) -> {
      List<StreamObserver<String>> copy = members == null ? new ArrayList<>() : new ArrayList<>(members);
      copy.add(out);
      return copy;
    });
    return new StreamObserver<String>() {
      private int messages;
      private final StringBuilder partial = new StringBuilder();

      @Override
      public void onNext(String text) {
        messages++;
        if (text.endsWith("\\")) {
          partial.append(text, 0, text.length() - 1);
          return;
        }
        partial.append(text);
        broadcast(room, messages + ": " + partial);
        partial.setLength(0);
      }

      @Override
      public void onError(Throwable t) {
        leave(room, out);
      }

      @Override
      public void onCompleted() {
        leave(room, out);
        out.onCompleted();
      }
    };
  }

  private void leave(String room, StreamObserver<String> out) {
    List<StreamObserver<String>> members = rooms.get(room); // RACE check-then-act #1
    if (members != null) {
      List<StreamObserver<String>> copy = new ArrayList<>(members);
      copy.remove(out);
      rooms.put(room, copy); // RACE check-then-act #1
    }
  }

  private void broadcast(String room, String text) {
    for (StreamObserver<String> o : rooms.getOrDefault(room, List.of())) {
      synchronized (o) {
        o.onNext(text);
      }
      delivered.increment();
    }
  }
}

class CountingInterceptor implements ServerInterceptor {
  private final Map<String, Integer> calls = new HashMap<>();
  private int inFlightPeak;
  private volatile int started;

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    started++; // RACE rmw
    String method = call.getMethodDescriptor().getFullMethodName();
    synchronized (calls) {
      int n = calls.merge(method, 1, Integer::sum);
      if (n > inFlightPeak) {
        inFlightPeak = n;
      }
    }
    return next.startCall(call, headers);
  }

  int started() {
    return started;
  }
}
