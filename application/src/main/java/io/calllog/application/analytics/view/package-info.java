/** What is answered about figures. */
@NullMarked
package io.calllog.application.analytics.view;

import org.jspecify.annotations.NullMarked;
