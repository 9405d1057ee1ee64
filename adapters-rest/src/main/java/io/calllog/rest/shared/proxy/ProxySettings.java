package io.calllog.rest.shared.proxy;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who stands before the application.
 *
 * @param proxies networks of proxies whose forwarded headers count, in CIDR notation; nobody's
 *     count by default
 */
@ConfigurationProperties("calllog")
record ProxySettings(@DefaultValue List<String> proxies) {}
