package dev.warren.server.notification;

import java.util.List;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;

/** STOMP over plain WebSocket at {@code /ws}, served by Spring's simple broker: no broker plugin is needed. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocketMessageBroker
@EnableScheduling
@EnableConfigurationProperties(FeedSettings.class)
class StompConfiguration implements WebSocketMessageBrokerConfigurer {

    private static final long HEART_BEAT_MILLIS = 10_000;
    private static final int SEND_TIME_MILLIS = 5_000;
    private static final int SEND_BUFFER_BYTES = 512 * 1024;
    private static final int MAX_FRAME_BYTES = 64 * 1024;
    private static final int SENDERS = 8;
    private static final int KNOWN_DESTINATIONS = 16_384;

    private final StompGate gate;
    private final HeadBeat heads;
    private final StompSessions sessions;

    private final TaskScheduler scheduler;
    private final List<String> allowedOrigins;

    /** The scheduler is lazy, because the configuration that is configured here makes it. */
    StompConfiguration(
            StompGate gate,
            HeadBeat heads,
            StompSessions sessions,
            @Lazy @Qualifier("messageBrokerTaskScheduler") TaskScheduler scheduler,
            @Value("${warren.web.allowed-origins:}") List<String> allowedOrigins) {
        this.gate = gate;
        this.heads = heads;
        this.sessions = sessions;
        this.scheduler = scheduler;
        this.allowedOrigins = allowedOrigins;
    }

    @Override
    public void registerStompEndpoints(StompEndpointRegistry registry) {
        registry.addEndpoint("/ws")
                .setAllowedOrigins(allowedOrigins.toArray(String[]::new)) // the same origin is always allowed
                .addInterceptors(new HandshakeGuard());
        registry.setErrorHandler(new StompErrors());
    }

    @Override
    public void configureMessageBroker(MessageBrokerRegistry registry) {
        registry.enableSimpleBroker("/topic", "/queue")
                .setHeartbeatValue(new long[] {HEART_BEAT_MILLIS, HEART_BEAT_MILLIS})
                .setTaskScheduler(scheduler);
        registry.setPreservePublishOrder(true);
        registry.setCacheLimit(KNOWN_DESTINATIONS);
    }

    @Override
    public void configureWebSocketTransport(WebSocketTransportRegistration registration) {
        registration.setMessageSizeLimit(MAX_FRAME_BYTES);
        registration.setSendTimeLimit(SEND_TIME_MILLIS);
        registration.setSendBufferSizeLimit(SEND_BUFFER_BYTES);
        registration.addDecoratorFactory(sessions);
    }

    @Override
    public void configureClientInboundChannel(ChannelRegistration registration) {
        registration.interceptors(gate, heads);
    }

    /** A thread stays with a slow socket for up to the send time limit: there must be some to spare. */
    @Override
    public void configureClientOutboundChannel(ChannelRegistration registration) {
        registration.taskExecutor().corePoolSize(SENDERS);
    }
}
