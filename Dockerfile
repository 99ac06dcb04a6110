# One image for every app and tool; docker-compose.yml says which of them a container runs.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Nothing here needs an install script: the only large one would download the Node that the image has already.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

# The web client on its own: `target: web` in docker-compose.yml. The gateway serves the same files.
FROM nginx:1.29-alpine AS web
COPY apps/web/nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /app/apps/web/dist /usr/share/nginx/html
EXPOSE 8080

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/apps/web/dist apps/web/dist
COPY --from=build /app/data data
RUN mkdir -p /var/lib/bangdaiban/files /var/lib/bangdaiban/sms-centre && chown -R node:node /var/lib/bangdaiban
USER node
EXPOSE 8080
CMD ["node", "dist/apps/gateway/src/main.js"]
